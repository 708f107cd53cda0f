// The official client for Node against a running emulator.
//   OPENAI_BASE_URL=http://127.0.0.1:.../v1/ OPENAI_API_KEY=any node check.mjs
import assert from 'node:assert/strict';
import OpenAI, { toFile } from 'openai';
import { png } from './png.mjs';

const client = new OpenAI({ maxRetries: 0 });
const image = (name = 'a.png') => toFile(png(40, 24, 255), name, { type: 'image/png' });
const mask = () => toFile(png(40, 24, 0), 'm.png', { type: 'image/png' });
const model = 'local';

const checks = {
  async 'it makes a picture'() {
    const reply = await client.images.generate({ model, prompt: 'a red fox', size: '64x64' });
    assert.equal(reply.data.length, 1);
    assert.ok(Buffer.from(reply.data[0].b64_json, 'base64').length > 0);
  },

  async 'it makes several pictures with every option it has'() {
    const reply = await client.images.generate({
      model: 'gpt-image-2', prompt: 'otter', n: 2, size: '1024x1024', output_compression: 80,
      output_format: 'webp', background: 'opaque', moderation: 'low', safety_identifier: null,
    });
    assert.equal(reply.data.length, 2);
    assert.equal(reply.output_format, 'webp');
    assert.equal(reply.usage.total_tokens, reply.usage.input_tokens + reply.usage.output_tokens);
  },

  async 'it edits one picture'() {
    const reply = await client.images.edit({ model, image: await image(), prompt: 'add a hat' });
    assert.equal(reply.data.length, 1);
    assert.equal(reply.size, '40x24');
  },

  async 'it edits several pictures'() {
    const reply = await client.images.edit({
      model: 'gpt-image-2', image: [await image(), await image('b.png')], prompt: 'side by side', n: 2,
      quality: 'low',
    });
    assert.equal(reply.data.length, 2);
    assert.equal(reply.usage.input_tokens_details.image_tokens, 12);
  },

  async 'it edits with a mask'() {
    const reply = await client.images.edit({ model, image: await image(), mask: await mask(), prompt: 'a hat' });
    assert.equal(reply.data.length, 1);
  },

  async 'it streams a picture'() {
    const stream = await client.images.generate({
      model, prompt: 'a red fox', size: '64x64', stream: true, partial_images: 2,
    });
    assert.deepEqual(await types(stream), [
      'image_generation.partial_image', 'image_generation.partial_image', 'image_generation.completed',
    ]);
  },

  async 'it streams an edit'() {
    const stream = await client.images.edit({
      model, image: await image(), prompt: 'add a hat', stream: true, partial_images: 1,
    });
    assert.deepEqual(await types(stream), ['image_edit.partial_image', 'image_edit.completed']);
  },

  async 'it throws what goes wrong within a stream'() {
    const stream = await client.images.generate({
      model, prompt: 'a fox [moderate output]', size: '64x64', stream: true,
    });
    await assert.rejects(types(stream), /safety system/);
  },

  async 'it throws what the service refuses'() {
    await assert.rejects(
      client.images.generate({ model: 'gpt-image-2', prompt: 'p', size: '10x10' }),
      error => error.status === 400 && error.code === 'invalid_value' && error.param === 'size');
    await assert.rejects(
      client.images.edit({ model, image: await toFile(Buffer.from('x'), 'a'), prompt: 'p' }),
      error => error.code === 'unsupported_file_mimetype' || error.code === 'missing_file_mimetype');
  },
};

async function types(stream) {
  const seen = [];
  for await (const event of stream) {
    assert.ok(event.b64_json.length > 0);
    seen.push(event.type);
  }

  return seen;
}

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  try {
    await check();
    console.log(`ok: ${name}`);
  } catch (error) {
    failed++;
    console.log(`failed: ${name}\n${error.stack}`);
  }
}

process.exitCode = failed === 0 ? 0 : 1;

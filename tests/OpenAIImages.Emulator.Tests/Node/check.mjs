// Checks the official client for Node against a running emulator.
//   OPENAI_BASE_URL=http://127.0.0.1:.../v1/ OPENAI_API_KEY=any node check.mjs
// WEBHOOKS_URL is the address for fetching the events of batches, and OPENAI_WEBHOOK_SECRET the secret that signs them.
import assert from 'node:assert/strict';
import OpenAI, { toFile } from 'openai';
import { png } from './png.mjs';

const client = new OpenAI({ maxRetries: 0 });
const image = (name = 'a.png') => toFile(png(40, 24, 255), name, { type: 'image/png' });
const mask = () => toFile(png(40, 24, 0), 'm.png', { type: 'image/png' });
const model = 'local';

const line = (id, prompt, url = '/v1/images/generations') => JSON.stringify({
  custom_id: id, method: 'POST', url, body: { model: 'gpt-image-2', prompt, size: '1024x1024' },
});
const lines = (...all) => toFile(Buffer.from(all.join('\n')), 'requests.jsonl', { type: 'application/jsonl' });

async function finish(batch) {
  while (!['completed', 'failed', 'expired', 'cancelled'].includes(batch.status)) {
    batch = await client.batches.retrieve(batch.id);
  }

  return batch;
}

async function read(id) {
  const text = await (await client.files.content(id)).text();

  return text.trim().split('\n').map(one => JSON.parse(one));
}

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

  async 'it uploads, describes, lists, reads and deletes files'() {
    const uploaded = await client.files.create({
      file: await lines('{}'), purpose: 'batch', expires_after: { anchor: 'created_at', seconds: 3600 },
    });
    assert.equal(uploaded.expires_at, uploaded.created_at + 3600);
    assert.deepEqual(await client.files.retrieve(uploaded.id), uploaded);
    const seen = [];
    for await (const file of client.files.list({ purpose: 'batch', limit: 1 })) {
      seen.push(file.id);
    }
    assert.ok(seen.includes(uploaded.id));
    assert.equal(await (await client.files.content(uploaded.id)).text(), '{}');
    assert.equal((await client.files.delete(uploaded.id)).deleted, true);
    await assert.rejects(client.files.retrieve(uploaded.id), error => error.status === 404);
  },

  async 'it works through a batch and reads its results'() {
    const input = await client.files.create({
      file: await lines(line('a', 'a red fox'), line('b', 'a fox [moderate]')), purpose: 'batch',
    });
    const batch = await finish(await client.batches.create({
      input_file_id: input.id, endpoint: '/v1/images/generations', completion_window: '24h',
      metadata: { job: 'nightly' },
    }));
    assert.equal(batch.status, 'completed');
    assert.deepEqual(batch.request_counts, { total: 2, completed: 1, failed: 1 });
    const [result] = await read(batch.output_file_id);
    assert.equal(result.custom_id, 'a');
    assert.ok(Buffer.from(result.response.body.data[0].b64_json, 'base64').length > 0);
    const [error] = await read(batch.error_file_id);
    assert.equal(error.response.body.error.code, 'moderation_blocked');
    const seen = [];
    for await (const one of client.batches.list({ limit: 1 })) {
      seen.push(one.id);
    }
    assert.ok(seen.includes(batch.id));
    await assert.rejects(client.batches.cancel(batch.id), error => error.status === 409);
  },

  async 'it meets the mistakes of a batch that failed'() {
    const input = await client.files.create({ file: await lines(line('a', 'x'), '{'), purpose: 'batch' });
    const batch = await finish(await client.batches.create({
      input_file_id: input.id, endpoint: '/v1/images/generations', completion_window: '24h',
    }));
    assert.equal(batch.status, 'failed');
    assert.equal(batch.errors.data[0].code, 'invalid_json_line');
    assert.equal(batch.errors.data[0].line, 2);
  },

  async 'it unwraps the events of batches'() {
    const types = [];
    for (let count = 0; count < 2; count++) {
      const delivery = await fetch(process.env.WEBHOOKS_URL);
      const payload = await delivery.text();
      const event = await client.webhooks.unwrap(payload, delivery.headers);
      assert.match(event.data.id, /^batch_/);
      types.push(event.type);
      await assert.rejects(async () => client.webhooks.unwrap(`${payload} `, delivery.headers));
    }
    assert.deepEqual(types.sort(), ['batch.completed', 'batch.failed']);
  },

  async 'it asks where a picture comes from'() {
    const made = await client.images.generate({ model, prompt: 'a red fox', size: '64x64', response_format: 'url' });
    const bytes = Buffer.from(await (await fetch(made.data[0].url)).arrayBuffer());
    const own = await client.contentProvenanceChecks.create({ file: await toFile(bytes, 'a.png') });
    const other = await client.contentProvenanceChecks.create({ file: await image() });
    assert.deepEqual(own.results.map(one => [one.type, one.outcome]), [['c2pa', 'detected'], ['synthid', 'detected']]);
    assert.deepEqual(other.results.map(one => one.outcome), ['not_detected', 'not_detected']);
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

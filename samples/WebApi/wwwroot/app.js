// Requests an image by POST and reads its events with fetch. An EventSource would repeat its request whenever its
// connection is cut, and each request costs money.
import { readEvents } from './events.js';

const form = document.getElementById('form');
const frame = document.getElementById('frame');
const image = document.getElementById('image');
const empty = document.getElementById('empty');
const status = document.getElementById('status');
const problem = document.getElementById('problem');
const strip = document.getElementById('strip');
const save = document.getElementById('save');
const usage = document.getElementById('usage');
const make = document.getElementById('make');
const stop = document.getElementById('stop');

let stopping;
let began;

form.addEventListener('submit', async submitted => {
  submitted.preventDefault();
  begin();
  try {
    const reply = await fetch('api/events', {
      method: 'POST',
      headers: { 'X-CSRF-TOKEN': await fetchToken() },
      body: fields(),
      signal: stopping.signal,
    });
    if (reply.ok) {
      await show(reply.body);
    } else {
      fail(await describe(reply));
    }
  } catch (error) {
    fail(stopping.signal.aborted
      ? { title: 'Stopped.', detail: 'The image may have been made and paid for.' }
      : { title: 'The connection was cut.', detail: 'The image may have been made and paid for. No retry.' });
    if (!stopping.signal.aborted) {
      console.warn(error);
    }
  } finally {
    make.disabled = false;
    stop.hidden = true;
  }
});

stop.addEventListener('click', () => stopping.abort());

async function fetchToken() {
  const reply = await fetch('api/token', { signal: stopping.signal });
  if (!reply.ok) {
    throw new Error(`The token was refused with status ${reply.status}.`);
  }

  return reply.text();
}

// The browser would send an empty file field as a file without a name.
function fields() {
  const data = new FormData(form);
  if (!data.get('picture')?.size) {
    data.delete('picture');
  }

  return data;
}

function begin() {
  stopping = new AbortController();
  began = performance.now();
  make.disabled = true;
  stop.hidden = false;
  problem.hidden = save.hidden = image.hidden = true;
  empty.hidden = false;
  strip.replaceChildren();
  usage.textContent = '';
  go('waiting', 1, 'Waiting for the image service …');
}

async function show(body) {
  let isOver = false;
  for await (const { name, data } of readEvents(body)) {
    switch (name) {
      case 'preview':
        showImage(data);
        remember(data);
        go('preview', Math.min(data.preview + 2, 4), `Preview ${data.preview + 1}, after ${seconds()} s`);
        break;
      case 'image':
        if (data.withheld) {
          fail({ title: 'The image was held back by the image service.' });
          return;
        }

        showImage(data);
        offer(data);
        break;
      case 'done':
        isOver = true;
        go('done', 5, `Done after ${seconds()} s.`);
        usage.textContent = data.usage?.total_tokens ? `${data.usage.total_tokens} tokens` : '';
        break;
      case 'problem':
        fail(data);
        return;
    }
  }

  if (!isOver) {
    throw new Error('The stream ended early.');
  }
}

function showImage({ dataUrl }) {
  image.src = dataUrl;
  image.alt = form.elements.prompt.value;
  image.hidden = false;
  empty.hidden = true;
}

function remember({ dataUrl, preview }) {
  const item = document.createElement('li');
  const small = document.createElement('img');
  small.src = dataUrl;
  small.alt = `Preview ${preview + 1}`;
  item.append(small, small.alt);
  strip.append(item);
}

function offer({ dataUrl, mediaType }) {
  save.href = dataUrl;
  save.download = `image.${mediaType.split('/')[1].replace('jpeg', 'jpg').replace('svg+xml', 'svg')}`;
  save.hidden = false;
}

async function describe(reply) {
  const isJson = reply.headers.get('Content-Type')?.includes('json');
  const details = isJson ? await reply.json() : { title: `The server answered with status ${reply.status}.` };

  return { ...details, detail: details.errors ? Object.values(details.errors).flat().join(' ') : details.detail };
}

function fail({ title, detail }) {
  go('failed', 0, `Failed after ${seconds()} s.`);
  problem.querySelector('strong').textContent = title;
  problem.querySelector('span').textContent = detail ?? '';
  problem.hidden = false;
}

function go(state, step, words) {
  frame.dataset.state = state;
  frame.dataset.step = step;
  status.textContent = words;
}

function seconds() {
  return ((performance.now() - began) / 1000).toFixed(1);
}

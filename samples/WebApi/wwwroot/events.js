// Reads server-sent events from the body of a reply: the name and the JSON of each event, as it arrives.
export async function* readEvents(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let name = 'message';
  let data = [];
  for await (const line of readLines(reader)) {
    if (line === '') {
      if (data.length > 0) {
        yield { name, data: JSON.parse(data.join('\n')) };
      }

      name = 'message';
      data = [];
    } else if (line.startsWith('event: ')) {
      name = line.slice('event: '.length);
    } else if (line.startsWith('data: ')) {
      data.push(line.slice('data: '.length));
    }
  }
}

// An image is one long line, so its parts are joined only when its end has arrived.
async function* readLines(reader) {
  let parts = [];
  while (true) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }

    const pieces = value.split('\n');
    for (const piece of pieces.slice(0, -1)) {
      parts.push(piece);
      yield parts.join('');
      parts = [];
    }

    parts.push(pieces.at(-1));
  }
}

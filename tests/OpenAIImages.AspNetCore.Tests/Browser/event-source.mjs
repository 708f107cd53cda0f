import { cut, look, next } from './browser.mjs';

await look(async page => {
  await page.evaluate(() => {
    window.seen = { events: [], id: '', isClosed: false };
    const source = new EventSource('api/events?prompt=a%20red%20fox');
    for (const name of ['start', 'preview', 'image', 'done', 'problem']) {
      source.addEventListener(name, event => {
        window.seen.events.push(name);
        window.seen.id = event.lastEventId;
      });
    }

    source.addEventListener('error', () => window.seen.isClosed = source.readyState === EventSource.CLOSED);
  });
  await next();
  await page.waitForFunction(() => window.seen.events.includes('preview'));
  await cut();
  await page.waitForFunction(() => window.seen.isClosed);

  return page.evaluate(() => window.seen);
});

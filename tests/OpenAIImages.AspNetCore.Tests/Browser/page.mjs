import { look, next, reaches, show } from './browser.mjs';

await look(async page => {
  await page.evaluate(() => {
    window.states = [];
    const frame = document.getElementById('frame');
    new MutationObserver(() => window.states.push(frame.dataset.state)).observe(
      frame, { attributeFilter: ['data-step'] });
  });
  await show(page, '1-before');
  await page.click('#make');
  await reaches(page, 'waiting');
  await show(page, '2-waiting');
  await next();
  await page.waitForSelector('#strip li:nth-child(1)');
  await show(page, '3-first-preview');
  await next();
  await page.waitForSelector('#strip li:nth-child(2)');
  await show(page, '4-second-preview');
  await next();
  await reaches(page, 'done');
  await show(page, '5-after');

  return page.evaluate(() => ({
    states: window.states,
    previews: document.querySelectorAll('#strip li').length,
    width: document.getElementById('image').naturalWidth,
    saveAs: document.getElementById('save').download,
    usage: document.getElementById('usage').textContent,
  }));
});

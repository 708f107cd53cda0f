import { cut, look, next, reaches, show } from './browser.mjs';

await look(async page => {
  await page.click('#make');
  await next();
  await reaches(page, 'preview');
  await cut();
  await reaches(page, 'failed');
  await show(page, '7-cut');

  return {
    state: await page.getAttribute('#frame', 'data-state'),
    title: await page.textContent('#problem strong'),
  };
});

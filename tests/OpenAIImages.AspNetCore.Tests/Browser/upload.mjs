import { look, next, reaches, show } from './browser.mjs';

await look(async page => {
  await page.click('#make');
  await next();
  await next();
  await next();
  await reaches(page, 'done');
  const picture = await page.evaluate(() => document.getElementById('image').src.split('base64,')[1]);
  await page.fill('textarea', 'give it a red hat');
  await page.setInputFiles('input[type=file]', {
    name: 'fox.png',
    mimeType: 'image/png',
    buffer: Buffer.from(picture, 'base64'),
  });
  await page.click('#make');
  await next();
  await next();
  await next();
  await reaches(page, 'done');
  await show(page, '6-upload');

  return { state: await page.getAttribute('#frame', 'data-state') };
});

// Opens the page of the sample in the Chromium of this machine, and prints the results of a script as JSON.
import { chromium } from 'playwright-core';

export const address = process.argv[2];

export async function look(script) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    page.setDefaultTimeout(30_000);
    const faults = [];
    page.on('pageerror', fault => faults.push(String(fault)));
    page.on('console', line => line.type() === 'error' && faults.push(line.text()));
    await page.goto(address);
    const seen = await script(page);
    console.log(JSON.stringify({ ...seen, faults }));
  } finally {
    await browser.close();
  }
}

// Saves a screenshot of the page if the environment names a folder for screenshots.
export async function show(page, name) {
  if (process.env.SCREENSHOTS) {
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png` });
  }
}

export function reaches(page, state) {
  return page.waitForSelector(`#frame[data-state=${state}]`);
}

// Moves the service on to its next event.
export const next = () => direct('next');

// Cuts the first answer with events.
export const cut = () => direct('cut');

async function direct(what) {
  const reply = await fetch(new URL(`/test/${what}`, address));
  if (!reply.ok) {
    throw new Error(`/test/${what} answers with status ${reply.status}.`);
  }
}

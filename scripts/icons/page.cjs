// Runs inside Electron: draws each job's SVG on a canvas of exactly its size and writes the bytes of its pixels.
'use strict';

const { readFileSync, writeFileSync } = require('node:fs');
const { app, BrowserWindow } = require('electron');

/** @typedef {{ svg: string, width: number, height: number, file: string }} Job */

// A graphics card rounds edges in its own way; software draws the same everywhere.
app.disableHardwareAcceleration();

/** In the page. @param {Job} job */
async function draw({ svg, width, height }) {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No canvas');
  context.drawImage(image, 0, 0, width, height);
  const pixels = new Blob([context.getImageData(0, 0, width, height).data]);
  const reader = new FileReader();
  reader.readAsDataURL(pixels);
  await new Promise((resolve) => reader.addEventListener('load', resolve));
  return String(reader.result).split(',')[1];
}

/** @param {string} jobFile */
async function run(jobFile) {
  await app.whenReady();
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  await window.loadURL('about:blank');
  /** @type {Job[]} */
  const jobs = JSON.parse(readFileSync(jobFile, 'utf8'));
  for (const job of jobs) {
    const pixels = await window.webContents.executeJavaScript(`(${draw})(${JSON.stringify(job)})`);
    writeFileSync(job.file, Buffer.from(pixels, 'base64'));
  }
}

run(process.argv.at(-1) ?? '').then(
  () => app.exit(0),
  (problem) => {
    process.stderr.write(`${problem.stack}\n`);
    app.exit(1);
  },
);

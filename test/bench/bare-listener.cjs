// The least that can take an event: read, parsed, answered and put into a page. What Node, Electron and the system need for it on this machine.
const { createServer } = require('node:http');
const { join } = require('node:path');
const { app, BrowserWindow } = require('electron');

app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 400,
    height: 700,
    webPreferences: { preload: join(__dirname, 'bare-listener-preload.cjs') },
  });
  window.loadURL('data:text/html,<ul></ul>');
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const event = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      response.end('ok');
      if (request.url === '/row') window.webContents.send('row', event.dst);
    });
  });
  server.listen(0, '127.0.0.1', () => Object.assign(globalThis, { port: server.address().port }));
});
app.on('window-all-closed', () => app.quit());

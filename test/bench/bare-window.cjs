// The least that can be typed into: what Electron itself needs from a key to the picture on this machine.
const { app, BrowserWindow } = require('electron');

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 400, height: 700, useContentSize: true });
  window.loadURL('data:text/html,<main><input autofocus></main>');
});
app.on('window-all-closed', () => app.quit());

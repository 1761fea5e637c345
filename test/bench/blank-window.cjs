// The least that a program with a window can be: what Electron itself needs until one is seen, and in memory, on this machine.
const { app, BrowserWindow } = require('electron');

app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 400,
    height: 700,
    useContentSize: true,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true },
  });
  if (!process.argv.includes('--hidden')) window.once('ready-to-show', () => window.show());
  window.loadURL('data:text/html,<main><input autofocus></main>');
});
app.on('window-all-closed', () => app.quit());

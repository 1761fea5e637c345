// The least that a hotkey can bring up: a blank window, made hidden at the start. What Electron and the system need for it on this machine.
const { app, BrowserWindow, globalShortcut } = require('electron');

app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 640,
    height: 420,
    show: false,
    frame: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    webPreferences: { backgroundThrottling: false },
  });
  window.loadURL('data:text/html,<input autofocus>');
  globalShortcut.register('Control+Alt+B', () => {
    window.show();
    window.focus();
  });
  window.webContents.on('before-input-event', (_event, { key }) => {
    if (key === 'Escape') window.hide();
  });
});
app.on('window-all-closed', () => app.quit());

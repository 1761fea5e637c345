const { ipcRenderer } = require('electron');

ipcRenderer.on('row', (_event, text) => {
  const row = document.createElement('li');
  row.textContent = text;
  document.querySelector('ul').prepend(row);
});

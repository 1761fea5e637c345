import { join } from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';
import type { Language } from '../../shared/language.ts';
import { dialogWords } from './dialog-words.ts';

/** The system's own dialogs for files, over the window that the person works in. */
export function createFileDialogs(language: () => Language) {
  const words = () => dialogWords[language()];
  return {
    /** Null: they changed their mind. */
    async chooseFile(): Promise<string | null> {
      const { canceled, filePaths } = await overWindow(
        (window) => dialog.showOpenDialog(window, openOptions()),
        () => dialog.showOpenDialog(openOptions()),
      );
      return canceled ? null : (filePaths[0] ?? null);
    },
    async choosePlace(
      name: string,
      extension: string,
      kind: 'contactFiles' | 'callFiles' | 'recordingFiles',
    ): Promise<string | null> {
      const options = {
        defaultPath: join(app.getPath('documents'), name),
        filters: [{ name: words()[kind], extensions: [extension] }],
      };
      const { canceled, filePath } = await overWindow(
        (window) => dialog.showSaveDialog(window, options),
        () => dialog.showSaveDialog(options),
      );
      if (canceled || filePath === undefined || filePath === '') return null;
      return filePath.toLowerCase().endsWith(`.${extension}`) ? filePath : `${filePath}.${extension}`;
    },
  };

  function openOptions(): Electron.OpenDialogOptions {
    return {
      properties: ['openFile'],
      filters: [
        { name: words().contactFiles, extensions: ['csv', 'vcf', 'vcard', 'tsv', 'txt'] },
        { name: words().allFiles, extensions: ['*'] },
      ],
    };
  }
}

function overWindow<T>(over: (window: BrowserWindow) => Promise<T>, alone: () => Promise<T>): Promise<T> {
  const window = BrowserWindow.getFocusedWindow();
  return window === null ? alone() : over(window);
}

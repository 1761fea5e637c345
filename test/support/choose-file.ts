import type { DialdeskApp } from './dialdesk-app.ts';

/** What the person at the system's dialogs chooses from now on; null: they close them. */
export async function chooses(app: Pick<DialdeskApp, 'electron'>, path: string | null): Promise<void> {
  await app.electron.evaluate(({ dialog }, chosen) => {
    const canceled = chosen === null;
    dialog.showOpenDialog = async () => ({ canceled, filePaths: chosen === null ? [] : [chosen] });
    dialog.showSaveDialog = async () => ({ canceled, filePath: chosen ?? '' });
  }, path);
}

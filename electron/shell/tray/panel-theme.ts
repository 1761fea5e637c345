import { nativeTheme } from 'electron';

/**
 * Whether the panel is light or dark. The theme that the agent chose for the window says nothing of it: only while the system's is in
 * use does Electron tell that one, except where the panel's is told by itself.
 */
export function followPanelTheme(onChange: () => void): { read(): 'light' | 'dark' } {
  const ofSystem = () => nativeTheme.shouldUseDarkColorsForSystemIntegratedUI ?? nativeTheme.shouldUseDarkColors;
  let dark = ofSystem();
  nativeTheme.on('updated', () => {
    const toldApart = nativeTheme.shouldUseDarkColorsForSystemIntegratedUI !== undefined;
    if (!toldApart && nativeTheme.themeSource !== 'system') return;
    if (dark === ofSystem()) return;
    dark = ofSystem();
    onChange();
  });
  return { read: () => (dark ? 'dark' : 'light') };
}

import { useAppCommands } from './app-commands.ts';
import { Desk } from './desk.tsx';
import { setupScreen } from './first-views.ts';
import { setupViews, shortcutSheet } from './later-views.ts';
import { useAppState } from './stores/app-state.ts';
import { useView } from './stores/view.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** Chooses between set-up and work. */
export function MainWindow() {
  useAppCommands();
  useShortcuts();
  return (
    <>
      <Screen />
      <shortcutSheet.View />
    </>
  );
}

function Screen() {
  const mode = useAppState((store) => store.state?.settings.mode);
  const setupStep = useView((store) => store.setupStep);
  const step = setupScreen(mode, setupStep);
  if (step === null) return <Desk />;
  const { View } = setupViews[step];
  return <View />;
}

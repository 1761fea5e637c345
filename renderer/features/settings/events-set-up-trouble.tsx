import { useSnapshot } from '../../stores/app-state.ts';
import { retryListener } from '../../stores/listener.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';

/** Says why the listener does not listen, with the one thing to do; nothing while it does, or begins to. */
export function ListenerTrouble() {
  const { t, digits } = useWords();
  const { state, port, problem } = useSnapshot((snapshot) => snapshot.listener);
  if (state === 'listening' || state === 'starting') return null;
  const words = t(`settings.events.state.${state}`, {
    port: port === null ? '?' : digits(String(port)),
    problem: problem ?? '?',
  });
  return (
    <Note
      announced
      tone={state === 'off' ? 'info' : 'bad'}
      title={words}
      action={
        state === 'off' ? null : <Button onPress={() => void retryListener()}>{t('settings.events.retry')}</Button>
      }
    />
  );
}

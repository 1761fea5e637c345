import { Eye, EyeOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { DialerError } from '../../../shared/errors.ts';
import type { RequestOutput } from '../../../shared/ipc/contract.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { copyText, revealSetUp } from '../../stores/listener.ts';
import { useWords } from '../../text/use-words.ts';
import { IconButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { CopyRow } from '../../ui/copy-row.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import styles from './events-set-up.module.css';
import { Panel } from './section.tsx';

const cx = bindClasses(styles);

type SetUp = Extract<RequestOutput<'listener:reveal-set-up'>, { ok: true }>['value'];

export interface EventsSetUpProps {
  readonly withTrunkApi?: boolean;
  readonly autoFocus?: boolean;
}

/** What to paste into Simotel's API settings. The password is ours to give away: it only opens this listener. */
export function EventsSetUp({ withTrunkApi = true, autoFocus = false }: EventsSetUpProps) {
  const { t } = useWords();
  const state = useSnapshot((snapshot) => snapshot.listener.state);
  const starts = useSnapshot((snapshot) => snapshot.listener.starts);
  const [setUp, setSetUp] = useState<SetUp | null>(null);
  const [failure, setFailure] = useState<DialerError | null>(null);
  const [shown, setShown] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another state or start means other values to paste
  useEffect(() => {
    let gone = false;
    void revealSetUp().then((answer) => {
      if (gone) return;
      setSetUp(answer.ok ? answer.value : null);
      setFailure(answer.ok ? null : answer.error);
    });
    return () => {
      gone = true;
    };
  }, [state, starts]);

  if (failure?.code === 'not-found') return <p className={cx('quiet')}>{t('check.events.notListening')}</p>;
  if (failure !== null) return <ErrorNote error={failure} announced={false} withoutRemedy />;
  if (setUp === null) return null;
  const copy = (text: string) => void copyText(text);
  return (
    <>
      <Panel>
        <CopyRow
          autoFocus={autoFocus}
          label={t('settings.events.address')}
          value={setUp.address}
          copyLabel={t('settings.events.copyAddress')}
          onCopy={copy}
        />
        <CopyRow
          label={t('settings.events.user')}
          value={setUp.user}
          copyLabel={t('settings.events.copyUser')}
          onCopy={copy}
        />
        <CopyRow
          label={t('settings.events.password')}
          value={setUp.password}
          {...(shown ? {} : { shown: '••••••••••••' })}
          copyLabel={t('settings.events.copyPassword')}
          onCopy={copy}
          extra={
            <IconButton
              aria-label={t(shown ? 'settings.events.hide' : 'settings.events.reveal')}
              onPress={() => setShown(!shown)}
            >
              <Icon of={shown ? EyeOff : Eye} />
            </IconButton>
          }
        />
      </Panel>
      {withTrunkApi ? (
        <Panel>
          <CopyRow
            label={`${t('settings.events.trunkApiAddress')}. ${t('settings.events.trunkApiHelp')}`}
            value={setUp.trunkApiAddress}
            copyLabel={t('settings.events.copyTrunkApiAddress')}
            onCopy={copy}
          />
        </Panel>
      ) : null}
    </>
  );
}

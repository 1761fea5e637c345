import { CircleAlert, CircleCheck, CircleDashed, RefreshCw, WifiOff } from 'lucide-react';
import { useSnapshot } from '../../stores/app-state.ts';
import { checkConnection, useConnection } from '../../stores/connection.ts';
import { errorWords } from '../../text/error-words.ts';
import { useWords } from '../../text/use-words.ts';
import { NumberText } from '../../ui/number-text.tsx';
import { useNow } from '../../ui/use-now.ts';
import { type PbxWord, pbxRemedy, pbxWord } from './pbx-word.ts';
import { StatusPart } from './status-part.tsx';

const bad = { icon: CircleAlert, colour: 'bad' } as const;
const looks = {
  unknown: { icon: CircleDashed, colour: 'unknown' },
  checking: { icon: RefreshCw, colour: 'unknown' },
  reached: { icon: CircleCheck, colour: 'good' },
  offline: { icon: WifiOff, colour: 'bad' },
  unset: { icon: CircleDashed, colour: 'wait' },
  failed: bad,
  slow: bad,
  refused: bad,
  denied: bad,
  faulty: bad,
  foreign: bad,
  untrusted: bad,
  noCredentials: bad,
} as const satisfies Record<PbxWord, unknown>;

/** Whether calls can be asked for. */
export function PbxPart() {
  const { t, age, clock, digits } = useWords();
  const pbx = useSnapshot((state) => state.pbx);
  const address = useSnapshot((state) => state.effective.pbx.address);
  const checking = useConnection((store) => store.checking);
  const now = useNow(5000);
  const word = pbxWord(pbx);
  const words = pbx.state === 'failed' ? errorWords(pbx.error, t) : null;
  const asked = pbx.state === 'reached' || pbx.state === 'failed';
  const roundTripMs = pbx.state === 'reached' ? pbx.roundTripMs : null;
  return (
    <StatusPart
      {...looks[word]}
      word={t(`connection.pbx.${word}`)}
      spinning={checking || pbx.state === 'checking'}
      action={
        pbxRemedy(word) === 'setting'
          ? null
          : {
              words: t(checking ? 'connection.action.checking' : 'connection.action.checkNow'),
              act: () => void checkConnection(),
            }
      }
      settings={{ words: t('connection.action.openConnection'), group: 'connection' }}
      facts={[
        { name: t('connection.fact.address'), value: <NumberText>{address === '' ? '–' : address}</NumberText> },
        {
          name: t('connection.fact.lastCheck'),
          value: asked ? (
            <>
              <NumberText aligned>{clock(pbx.atMs, true)}</NumberText> · {age(now - pbx.atMs)}
            </>
          ) : (
            t('connection.fact.notYet')
          ),
        },
        ...(roundTripMs === null
          ? []
          : [
              {
                name: t('connection.fact.roundTrip'),
                value: t('connection.fact.milliseconds', { value: digits(String(Math.round(roundTripMs))) }),
              },
            ]),
      ]}
    >
      {words === null ? (
        t(`connection.say.${pbx.state === 'failed' ? 'unknown' : pbx.state}`)
      ) : (
        <>
          {words.message} {words.nextStep}
        </>
      )}
    </StatusPart>
  );
}

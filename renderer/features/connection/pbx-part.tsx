import { CircleAlert, CircleCheck, CircleDashed, PhoneOff, RefreshCw, WifiOff } from 'lucide-react';
import type { DialerError } from '../../../shared/errors.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { callMyself, useChecks } from '../../stores/checks.ts';
import { checkConnection, useConnection } from '../../stores/connection.ts';
import { useWords } from '../../text/use-words.ts';
import { NumberText } from '../../ui/number-text.tsx';
import { useNow } from '../../ui/use-now.ts';
import { ErrorNextStep } from '../failure/error-next-step.tsx';
import { type PbxWord, pbxRemedy, pbxWord } from './pbx-word.ts';
import { StatusPart } from './status-part.tsx';
import { TriedCall } from './tried-call.tsx';

const bad = { icon: CircleAlert, colour: 'bad' } as const;
const looks = {
  unknown: { icon: CircleDashed, colour: 'unknown' },
  checking: { icon: RefreshCw, colour: 'unknown' },
  reached: { icon: CircleCheck, colour: 'good' },
  offline: { icon: WifiOff, colour: 'bad' },
  callsDenied: { icon: PhoneOff, colour: 'bad' },
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
  const callsDenied = useSnapshot((state) => state.callsDenied);
  const calling = useChecks((store) => store.myself.state === 'asking');
  const word = pbxWord({ pbx, callsDenied });
  const denial = word === 'callsDenied' ? callsDenied : null;
  const error = denial !== null ? accessDenied(denial.service) : pbx.state === 'failed' ? pbx.error : null;
  const moment = (atMs: number) => (
    <>
      <NumberText aligned>{clock(atMs, true)}</NumberText> · {age(now - atMs)}
    </>
  );
  const actions = {
    setting: null,
    check: {
      words: t(checking ? 'connection.action.checking' : 'connection.action.checkNow'),
      act: () => void checkConnection(),
    },
    call: {
      words: t(calling ? 'connection.action.callingMyself' : 'connection.action.callMyself'),
      act: () => void callMyself(),
    },
  };
  const asked = pbx.state === 'reached' || pbx.state === 'failed';
  const roundTripMs = pbx.state === 'reached' ? pbx.roundTripMs : null;
  return (
    <StatusPart
      {...looks[word]}
      word={t(`connection.pbx.${word}`)}
      spinning={checking || pbx.state === 'checking'}
      action={actions[pbxRemedy(word)]}
      settings={{ words: t('connection.action.openConnection'), group: 'connection' }}
      facts={[
        { name: t('connection.fact.address'), value: <NumberText>{address === '' ? '–' : address}</NumberText> },
        {
          name: t('connection.fact.lastCheck'),
          value: asked ? moment(pbx.atMs) : t('connection.fact.notYet'),
        },
        ...(denial === null ? [] : [{ name: t('connection.fact.callRefused'), value: moment(denial.atMs) }]),
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
      {error === null ? (
        t(`connection.say.${pbx.state === 'failed' ? 'unknown' : pbx.state}`)
      ) : (
        <ErrorNextStep error={error} withMessage />
      )}
      <TriedCall />
    </StatusPart>
  );
}

function accessDenied(service: string): DialerError {
  return { code: 'pbx-access-denied', right: 'calls', service };
}

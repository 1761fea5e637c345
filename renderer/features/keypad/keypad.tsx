import { type RefObject, useEffect, useState } from 'react';
import { useSnapshot } from '../../stores/app-state.ts';
import { isJustReplaced } from '../../stores/asked.ts';
import { useCalls } from '../../stores/calls.ts';
import { type HowToCall, originate, useDialling } from '../../stores/dialling.ts';
import { clearNumber, putNumber, rememberDialled, useKeypad } from '../../stores/keypad.ts';
import { ownerOf, wishedTrunk } from '../../stores/suggestions.ts';
import { useTrunks } from '../../stores/trunks.ts';
import { showTab } from '../../stores/view.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { useCommand } from '../../use-command.ts';
import { ErrorNote } from '../failure/error-note.tsx';
import { TrunkPicker } from '../trunk-picker/trunk-picker.tsx';
import { AskedNote } from './asked-note.tsx';
import { CallButton } from './call-button.tsx';
import { dialObstacle, planDial } from './dial-plan.ts';
import styles from './keypad.module.css';
import { Keys } from './keys.tsx';
import { NumberPart } from './number-part.tsx';
import { useAskedCall } from './use-asked-call.ts';

const cx = bindClasses(styles);

export interface KeypadProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly onEscape: () => void;
}

/** What is typed is read when it is called, so that keys and trunks are not drawn anew with each digit. */
export function Keypad({ inputRef, onEscape }: KeypadProps) {
  const settings = useSnapshot((state) => state.effective);
  const lastTyped = useKeypad((store) => store.lastDialled);
  const lastCalled = useCalls((store) => store.calls.find((call) => call.outcome !== 'none')?.callee ?? null);
  const lastDialled = lastTyped ?? lastCalled;
  const chosenTrunk = useTrunks((store) => store.chosen);
  const inFlight = useDialling((store) => store.inFlight);
  const problem = useDialling((store) => store.problem);
  const [insistedOn, setInsistedOn] = useState<string | null>(null);
  const obstacle = dialObstacle(settings, chosenTrunk);

  useEffect(() => inputRef.current?.focus(), [inputRef]);

  const recall = (number: string | null) => {
    if (number === null) return;
    showTab('keypad');
    putNumber(number);
    inputRef.current?.focus();
  };
  const call = async (how: HowToCall = {}) => {
    if (inFlight) return;
    const { text } = useKeypad.getState();
    const plan = planDial(text, settings, chosenTrunk, how.literal);
    if (plan.kind === 'empty') {
      recall(lastDialled);
      return;
    }
    if (plan.kind === 'invalid') {
      setInsistedOn(text);
      return;
    }
    if (obstacle !== null) return;
    rememberDialled(text);
    const trunkName = wishedTrunk(chosenTrunk, await ownerOf(plan.destination.digits));
    const outcome = await originate(text, 'keypad', trunkName === null ? how : { ...how, trunkName });
    // A refused number stays for correction; an unconfirmed one goes, so that Enter cannot call it twice.
    const unchanged = useKeypad.getState().text === text;
    if (unchanged && (outcome === 'accepted' || outcome === 'unknown')) clearNumber();
  };

  const press = (how: HowToCall = {}) => {
    if (!isJustReplaced()) void call(how);
  };
  useAskedCall(inputRef, () => void call());

  useCommand('call', () => {
    showTab('keypad');
    press();
  });
  useCommand('call-literally', () => {
    showTab('keypad');
    press({ literal: true });
  });
  useCommand('call-anyway', () => {
    showTab('keypad');
    press({ override: true });
  });
  useCommand('recall', () => recall(lastDialled), lastDialled !== null);

  const keypadProblem = problem?.place === 'keypad' ? problem.error : null;
  return (
    <div className={cx('keypad')}>
      <NumberPart
        inputRef={inputRef}
        obstacle={obstacle}
        lastDialled={lastDialled}
        insistedOn={insistedOn}
        onEnter={press}
        onEscape={onEscape}
      />
      <div className={cx('keys')}>
        <Keys inputRef={inputRef} />
        <div className={cx('why')}>
          <AskedNote inputRef={inputRef} />
          {keypadProblem === null ? null : <ErrorNote error={keypadProblem} />}
        </div>
      </div>
      <div className={cx('go')}>
        <TrunkPicker />
        <CallButton busy={inFlight} disabled={obstacle !== null} inputRef={inputRef} onPress={press} />
      </div>
    </div>
  );
}

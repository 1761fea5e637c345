import { type RefObject, useEffect, useState } from 'react';
import { useSnapshot } from '../../stores/app-state.ts';
import { isJustReplaced } from '../../stores/asked.ts';
import { useCalls } from '../../stores/calls.ts';
import { liftShown } from '../../stores/dial-findings.ts';
import { type HeldKeys, isAsking, originate, useDialling } from '../../stores/dialling.ts';
import { clearNumber, putNumber, rememberDialled, useKeypad } from '../../stores/keypad.ts';
import { usePresence } from '../../stores/presence.ts';
import { contactTrunkOf, ownerOf } from '../../stores/suggestions.ts';
import { useTrunks } from '../../stores/trunks.ts';
import { showTab } from '../../stores/view.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { useCommand } from '../../use-command.ts';
import { ErrorNote } from '../failure/error-note.tsx';
import { TrunkPicker } from '../trunk-picker/trunk-picker.tsx';
import { AskedNote } from './asked-note.tsx';
import { CallButton } from './call-button.tsx';
import styles from './keypad.module.css';
import { Keys } from './keys.tsx';
import { NumberPart } from './number-part.tsx';
import { dialObstacle, planTyped } from './typed-plan.ts';
import { useAskedCall } from './use-asked-call.ts';
import { usePlannedTrunk } from './use-planned-trunk.ts';

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
  const obstacle = dialObstacle(settings, usePlannedTrunk(chosenTrunk) ?? chosenTrunk);

  useEffect(() => inputRef.current?.focus(), [inputRef]);

  const recall = (number: string | null) => {
    if (number === null) return;
    showTab('keypad');
    putNumber(number);
    inputRef.current?.focus();
  };
  const call = async (keys: HeldKeys = {}) => {
    if (isAsking()) return;
    const { text, how } = useKeypad.getState();
    const literal = how.literal || keys.literal === true;
    const plan = planTyped(text, settings, usePresence.getState().planKnowledge, chosenTrunk, { ...how, literal });
    if (plan.kind === 'empty') {
      recall(lastDialled);
      return;
    }
    if (plan.kind === 'invalid') {
      setInsistedOn(text);
      return;
    }
    const contactTrunk = contactTrunkOf(how.contactTrunk, await ownerOf(plan.destination.digits));
    const knows = usePresence.getState().planKnowledge;
    const whole = planTyped(text, settings, knows, chosenTrunk, { literal, contactTrunk });
    if (whole.kind !== 'ready' || dialObstacle(settings, whole.trunkName) !== null) return;
    rememberDialled(text);
    const asked = { destination: text, trunkName: chosenTrunk, contactTrunk, literal };
    const override = keys.anyway === true ? liftShown(asked) : [];
    const outcome = await originate(text, 'keypad', { literal, contactTrunk, override });
    // A refused number stays for correction; an unconfirmed one goes, so that Enter cannot call it twice.
    const unchanged = useKeypad.getState().text === text;
    if (unchanged && (outcome === 'accepted' || outcome === 'unknown')) clearNumber();
  };

  const press = (keys: HeldKeys = {}) => {
    if (!isJustReplaced()) void call(keys);
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
    press({ anyway: true });
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

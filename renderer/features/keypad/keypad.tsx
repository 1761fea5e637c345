import { type RefObject, useEffect, useId, useState } from 'react';
import { useSnapshot } from '../../stores/app-state.ts';
import { useCalls } from '../../stores/calls.ts';
import { forgetProblem, originate, useDialling } from '../../stores/dialling.ts';
import { clearNumber, putNumber, rememberDialled, useKeypad } from '../../stores/keypad.ts';
import { useTrunks } from '../../stores/trunks.ts';
import { showTab } from '../../stores/view.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { useCommand } from '../../use-command.ts';
import { ErrorNote } from '../settings/error-note.tsx';
import { TrunkPicker } from '../trunk-picker/trunk-picker.tsx';
import { CallButton } from './call-button.tsx';
import { DialLine } from './dial-line.tsx';
import { dialObstacle, planDial } from './dial-plan.ts';
import styles from './keypad.module.css';
import { Keys } from './keys.tsx';
import { NumberField } from './number-field.tsx';
import { Suggestions } from './suggestions.tsx';
import { useSuggestionList } from './use-suggestion-list.ts';

const cx = bindClasses(styles);

export interface KeypadProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly onEscape: () => void;
}

export function Keypad({ inputRef, onEscape }: KeypadProps) {
  const lineId = useId();
  const settings = useSnapshot((state) => state.effective);
  const text = useKeypad((store) => store.text);
  const lastTyped = useKeypad((store) => store.lastDialled);
  const lastCalled = useCalls((store) => store.calls.find((call) => call.outcome !== 'none')?.callee ?? null);
  const lastDialled = lastTyped ?? lastCalled;
  const chosenTrunk = useTrunks((store) => store.chosen);
  const inFlight = useDialling((store) => store.inFlight);
  const problem = useDialling((store) => store.problem);
  const [insistedOn, setInsistedOn] = useState<string | null>(null);
  const [focused, setFocused] = useState(false);
  const plan = planDial(text, settings, chosenTrunk);
  const obstacle = dialObstacle(settings, chosenTrunk);
  const list = useSuggestionList(plan, focused);

  useEffect(() => inputRef.current?.focus(), [inputRef]);
  // What was wrong with the last attempt says nothing about another number.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the text or the trunk changes
  useEffect(forgetProblem, [text, chosenTrunk]);

  const recall = (number: string | null) => {
    if (number === null) return;
    showTab('keypad');
    putNumber(number);
    inputRef.current?.focus();
  };
  const call = async () => {
    if (inFlight) return;
    if (plan.kind === 'empty') {
      recall(lastDialled);
      return;
    }
    if (plan.kind === 'invalid') {
      setInsistedOn(text);
      return;
    }
    if (obstacle !== null) return;
    list.close();
    rememberDialled(text);
    const outcome = await originate(text, 'keypad');
    // A refused number stays for correction; an unconfirmed one goes, so that Enter cannot call it twice.
    const unchanged = useKeypad.getState().text === text;
    if (unchanged && (outcome === 'accepted' || outcome === 'unknown')) clearNumber();
  };

  useCommand('call', () => {
    showTab('keypad');
    void call();
  });
  useCommand('recall', () => recall(lastDialled), lastDialled !== null);

  const keypadProblem = problem?.place === 'keypad' ? problem.error : null;
  return (
    <div className={cx('keypad')}>
      <div className={cx('number')}>
        <NumberField
          inputRef={inputRef}
          describedBy={lineId}
          plan={plan}
          rules={settings.identity}
          list={list}
          onFocused={setFocused}
          onEnter={() => void call()}
          onEscape={onEscape}
        />
        <DialLine
          id={lineId}
          plan={plan}
          possible={obstacle === null}
          inFlight={inFlight}
          lastDialled={lastDialled}
          known={list.exact}
          insisted={plan.kind === 'invalid' && insistedOn === text}
        />
        <Suggestions list={list} />
      </div>
      <div className={cx('keys')}>
        <Keys inputRef={inputRef} />
        <div className={cx('why')}>
          {keypadProblem === null ? null : <ErrorNote error={keypadProblem} />}
          {obstacle === null || keypadProblem !== null ? null : (
            <ErrorNote error={obstacle} tone="wait" announced={false} />
          )}
        </div>
      </div>
      <div className={cx('go')}>
        <TrunkPicker />
        <CallButton busy={inFlight} disabled={obstacle !== null} inputRef={inputRef} onPress={() => void call()} />
      </div>
    </div>
  );
}

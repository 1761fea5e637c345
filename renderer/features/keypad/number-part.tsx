import { type RefObject, useEffect, useId, useState } from 'react';
import type { DialerError } from '../../../shared/errors.ts';
import { useAppState, useSnapshot } from '../../stores/app-state.ts';
import { useContactNames } from '../../stores/contact-names.ts';
import { askFindings, forgetFindings, stopOf, useDialFindings } from '../../stores/dial-findings.ts';
import type { HeldKeys } from '../../stores/dialling.ts';
import { forgetProblem, forgetProblemOfOther, useDialling } from '../../stores/dialling.ts';
import { useKeypad } from '../../stores/keypad.ts';
import { usePresence } from '../../stores/presence.ts';
import { contactTrunkOf } from '../../stores/suggestions.ts';
import { useTrunks } from '../../stores/trunks.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { useAltHeld } from '../../use-alt-held.ts';
import { AskedLine } from './asked-line.tsx';
import { DialLine } from './dial-line.tsx';
import { NumberField } from './number-field.tsx';
import styles from './number-part.module.css';
import { Suggestions } from './suggestions.tsx';
import { planTyped } from './typed-plan.ts';
import { useSuggestionList } from './use-suggestion-list.ts';

const cx = bindClasses(styles);

export interface NumberPartProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** Why no call is possible now, whatever is typed. */
  readonly obstacle: DialerError | null;
  readonly lastDialled: string | null;
  /** The text on which Call was pressed although it cannot be dialled. */
  readonly insistedOn: string | null;
  readonly onEnter: (keys: HeldKeys) => void;
  readonly onEscape: () => void;
}

/** The part of the keypad that changes with each digit: the number, what will be dialled, and what was called before. */
export function NumberPart({ inputRef, obstacle, lastDialled, insistedOn, onEnter, onEscape }: NumberPartProps) {
  const lineId = useId();
  const settings = useSnapshot((state) => state.effective);
  const text = useKeypad((store) => store.text);
  const chosenTrunk = useTrunks((store) => store.chosen);
  const inFlight = useDialling((store) => store.inFlight);
  const asks = useDialling((store) => store.asks);
  const [asksBefore] = useState(asks);
  const [focused, setFocused] = useState(false);
  const how = useKeypad((store) => store.how);
  const altHeld = useAltHeld(text !== '');
  const literal = altHeld || how.literal;
  const knows = usePresence((store) => store.planKnowledge);
  // Whose number it is depends on the number alone, and which trunk is taken on whose it is.
  const list = useSuggestionList(planTyped(text, settings, knows, chosenTrunk, { literal }), focused);
  const contactTrunk = contactTrunkOf(how.contactTrunk, list.owner);
  const plan = planTyped(text, settings, knows, chosenTrunk, { literal, contactTrunk });
  const wanted = plan.kind === 'ready' && obstacle === null;
  const stop = useDialFindings((store) =>
    wanted ? stopOf(store, { destination: text, trunkName: chosenTrunk, contactTrunk, literal }) : null,
  );
  const insisted = useDialFindings((store) => store.insisted);

  useEffect(() => forgetProblemOfOther(text), [text]);
  // What was wrong with one trunk says nothing of another.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the trunk changes
  useEffect(forgetProblem, [chosenTrunk]);
  // A call was asked for: nothing is looked for any more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is another object in each drawing
  useEffect(() => {
    if (asks > asksBefore) list.close();
  }, [asks]);

  return (
    <div className={cx('number')}>
      <FindingsWatch
        text={text}
        chosenTrunk={chosenTrunk}
        contactTrunk={contactTrunk}
        literal={literal}
        wanted={wanted && !inFlight}
      />
      <AskedLine />
      <NumberField
        inputRef={inputRef}
        describedBy={lineId}
        plan={plan}
        rules={settings.identity}
        list={list}
        onFocused={setFocused}
        onEnter={onEnter}
        onEscape={onEscape}
      />
      <DialLine
        id={lineId}
        plan={plan}
        obstacle={obstacle}
        inFlight={inFlight}
        lastDialled={lastDialled}
        list={list}
        insisted={plan.kind === 'invalid' && insistedOn === text}
        stop={stop}
        stopInsisted={insisted}
        onCallAnyway={() => onEnter({ literal, anyway: true })}
      />
      <Suggestions list={list} />
    </div>
  );
}

/** Apart from the number, which is drawn for none of the news that only this asks again for. */
function FindingsWatch(props: {
  readonly text: string;
  readonly chosenTrunk: string | null;
  readonly contactTrunk: string | null;
  readonly literal: boolean;
  readonly wanted: boolean;
}) {
  const { text, chosenTrunk, contactTrunk, literal, wanted } = props;
  // What is found out may change with anything that the window is told of.
  const news = useAppState((store) => store.state?.revision ?? 0);
  const contacts = useContactNames((store) => store.revision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again with the news
  useEffect(() => {
    if (wanted) askFindings({ destination: text, trunkName: chosenTrunk, contactTrunk, literal });
    else forgetFindings();
  }, [wanted, text, chosenTrunk, contactTrunk, literal, news, contacts]);
  return null;
}

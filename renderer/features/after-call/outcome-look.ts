import { Circle, CircleCheck, CircleX, Clock3, type LucideIcon } from 'lucide-react';
import type { OutcomeKind } from '../../../shared/domain/after-call/outcome.ts';

/** Colour and sign of an outcome, beside its name. */
export const outcomeLooks: Readonly<
  Record<OutcomeKind, { readonly colour: 'good' | 'wait' | 'bad' | 'unknown'; readonly icon: LucideIcon }>
> = {
  neutral: { colour: 'unknown', icon: Circle },
  success: { colour: 'good', icon: CircleCheck },
  open: { colour: 'wait', icon: Clock3 },
  failure: { colour: 'bad', icon: CircleX },
};

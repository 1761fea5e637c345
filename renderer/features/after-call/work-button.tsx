import type { LucideIcon } from 'lucide-react';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';

/** What can be done with a call of a work list; the keys of the list do it for the chosen one. */
export function WorkButton(props: { readonly label: string; readonly icon: LucideIcon; readonly onPress: () => void }) {
  return (
    <Tooltip text={props.label}>
      <IconButton aria-label={props.label} excludeFromTabOrder preventFocusOnPress onPress={props.onPress}>
        <Icon of={props.icon} />
      </IconButton>
    </Tooltip>
  );
}

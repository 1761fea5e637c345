import { CircleAlert, ShieldCheck, TriangleAlert } from 'lucide-react';
import { useSnapshot } from '../../stores/app-state.ts';
import { useWords } from '../../text/use-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { Icon } from '../../ui/icon.tsx';

const looks = {
  keychain: { tone: 'good', icon: ShieldCheck },
  memory: { tone: 'wait', icon: TriangleAlert },
  unprotected: { tone: 'bad', icon: CircleAlert },
  locked: { tone: 'wait', icon: TriangleAlert },
} as const;

/** How well the passwords are kept; in the list of groups only when that is not well. */
export function SecretsBadge({ onlyIfPoor = false }: { readonly onlyIfPoor?: boolean }) {
  const { t } = useWords();
  const state = useSnapshot(({ credentials }) => (credentials.locked ? 'locked' : credentials.protection));
  if (onlyIfPoor && state === 'keychain') return null;
  return (
    <Badge tone={looks[state].tone}>
      <Icon of={looks[state].icon} size={12} />
      {t(`settings.secrets.badge.${state}`)}
    </Badge>
  );
}

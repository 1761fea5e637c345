import { strangeHost } from '../../../shared/domain/screen-pop/hosts.ts';
import type { PopSlot } from '../../../shared/domain/screen-pop/slots.ts';
import { parseTemplate } from '../../../shared/domain/screen-pop/template.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { keepDraft, useSettingDrafts } from '../../stores/setting-drafts.ts';
import { saveSettings } from '../../stores/settings.ts';
import { isolated } from '../../text/isolated.ts';
import { useWords } from '../../text/use-words.ts';
import { LinkButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { SavedField } from '../../ui/saved-field.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import { PopPreview } from './pop-preview.tsx';
import styles from './pop-template-setting.module.css';
import { SettingItem } from './setting-item.tsx';
import { useSaving } from './use-saving.ts';

const cx = bindClasses(styles);
const shownName = 24;

/** One page: its address, what is wrong with it, and what it would be for a sample call. */
export function PopTemplateSetting<S extends PopSlot>({
  of,
  slot,
}: {
  readonly of: `screenPop.${S}`;
  readonly slot: S;
}) {
  const { t } = useWords();
  const pops = useSnapshot((state) => state.settings.screenPop);
  const draft = useSettingDrafts(({ drafts }) => drafts[of] ?? null);
  const { field, inGroup, problem } = useSaving();
  const text = (draft ?? pops[slot]).trim();
  const strange = strangeHost(text, pops.allowedHosts);

  const validate = (typed: string) => {
    const template = typed.trim();
    if (template === '') return null;
    const parsed = parseTemplate(template);
    if (!parsed.ok) {
      const name = parsed.error.problem === 'placeholder' ? isolated(`{${parsed.error.name.slice(0, shownName)}}`) : '';
      return t(`screenPop.problem.${parsed.error.problem}`, { name });
    }
    const host = strangeHost(template, pops.allowedHosts);
    return host === null ? null : t('screenPop.problem.host', { host });
  };
  const allow = async (host: string) => {
    const both = { allowedHosts: [...pops.allowedHosts, host], [slot]: text };
    if (await inGroup(saveSettings({ screenPop: both }))) keepDraft(of, null);
  };

  return (
    <SettingItem of={of}>
      {(words) => (
        <div className={cx('page')}>
          <SavedField
            {...words}
            ltr
            value={pops[slot]}
            validate={validate}
            onSave={(typed) => field({ screenPop: { [slot]: typed.trim() } })}
          />
          {strange === null ? (
            <PopPreview slot={slot} text={text} saved={draft === null} />
          ) : (
            <span>
              <LinkButton onPress={() => void allow(strange)}>{t('screenPop.allow', { host: strange })}</LinkButton>
            </span>
          )}
          {problem === null ? null : <ErrorNote error={problem} withoutRemedy />}
        </div>
      )}
    </SettingItem>
  );
}

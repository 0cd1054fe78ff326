import { Button, Panel, PanelBody, PanelSection, useExtensionActions } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { useWords } from '../../shared/words/words-context.tsx';
import { SectionBoundary } from '../SectionBoundary.tsx';
import type { OpenTab } from '../settings-tab.ts';
import type { SyncState } from '../sync/sync-state.ts';
import { keyOf, type WebinarSubject } from '../sync/webinar-subject.ts';
import { AuditLog } from './AuditLog.tsx';
import type { FixingTab } from './to-warning-views.ts';

interface AuditLogButtonProps {
  readonly subject: WebinarSubject;
  readonly hostName: string;
  readonly canWrite: boolean;
  readonly syncState: SyncState | null;
  readonly onSync: (runId: string | null) => void;
  readonly onOpen: () => void;
  /** @param hasChanged - somebody was synced from the panel */
  readonly onClose: (hasChanged: boolean) => void;
  readonly openTab: OpenTab;
}

/** Opens the audit log of a webinar. Nothing is loaded before. */
export function AuditLogButton({ subject, onOpen, onClose, openTab, ...rest }: AuditLogButtonProps) {
  const words = useWords();
  const { closeOverlay } = useExtensionActions<'settings'>();
  const [isOpen, setIsOpen] = useState(false);
  const [hasChanged, setHasChanged] = useState(false);
  const panelId = `audit-log-${keyOf(subject)}`;
  const title = words.t('audit.title', { topic: subject.topic });

  function open() {
    setIsOpen(true);
    onOpen();
  }
  function close() {
    setIsOpen(false);
    setHasChanged(false);
    onClose(hasChanged);
  }
  function fix(tab: FixingTab) {
    closeOverlay(panelId);
    openTab(tab);
  }

  return (
    <Button
      size="extra-small"
      variant="secondary"
      onClick={open}
      overlay={
        <Panel id={panelId} title={title} aria-label={title} width="lg" variant="modal" onClose={close}>
          <PanelBody>
            <PanelSection flush>
              {isOpen && (
                <SectionBoundary>
                  <AuditLog subject={subject} {...rest} onFix={fix} onPersonSynced={() => setHasChanged(true)} />
                </SectionBoundary>
              )}
            </PanelSection>
          </PanelBody>
        </Panel>
      }
    >
      {words.t('audit.open')}
    </Button>
  );
}

import { Button, Panel, PanelBody, PanelSection } from '@hubspot/ui-extensions';
import { useWords } from '../../shared/words/words-context.tsx';
import { ChooseWebinar } from './ChooseWebinar.tsx';
import { FillForm } from './FillForm.tsx';
import { RegistrationResult } from './RegistrationResult.tsx';
import { type Registration, useRegistration } from './use-registration.ts';

interface RegisterButtonProps {
  readonly contactId: number;
  /** Which the contact is registered for already. */
  readonly registeredWebinarIds: readonly string[];
  /** Must stay the same function from render to render. */
  readonly onRegistered: () => void;
}

/** Opens the panel in which a contact is registered. Nothing is read before it is open. */
export function RegisterButton({ contactId, registeredWebinarIds, onRegistered }: RegisterButtonProps) {
  const { t } = useWords();
  const registration = useRegistration(contactId, onRegistered);
  const { dispatch } = registration;
  return (
    <Button
      size="sm"
      variant="primary"
      overlay={
        <Panel
          id="register-contact"
          title={t('register.title')}
          variant="modal"
          width="md"
          onOpen={() => dispatch({ kind: 'opened' })}
          onClose={() => dispatch({ kind: 'closed' })}
        >
          <PanelBody>
            <PanelSection>
              <Step registration={registration} registeredWebinarIds={registeredWebinarIds} />
            </PanelSection>
          </PanelBody>
        </Panel>
      }
    >
      {t('register.open')}
    </Button>
  );
}

interface StepProps {
  readonly registration: Registration;
  readonly registeredWebinarIds: readonly string[];
}

function Step({ registration: { state, dispatch, submit }, registeredWebinarIds }: StepProps) {
  switch (state.kind) {
    case 'closed':
      return null;
    case 'choosing':
      return (
        <ChooseWebinar
          registeredWebinarIds={registeredWebinarIds}
          onChoose={(webinar) => dispatch({ kind: 'chosen', webinar })}
        />
      );
    case 'filling':
      return <FillForm state={state} dispatch={dispatch} submit={submit} />;
    case 'registered':
      return <RegistrationResult state={state} onAnother={() => dispatch({ kind: 'restarted' })} />;
  }
}

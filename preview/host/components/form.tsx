import type { FormProps, FormSubmitExtensionEvent, ReactionsHandler } from '@hubspot/ui-extensions';
import {
  createContext,
  type FormEvent,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { callExtension, extensionEvent, freshReactions, testAttributes } from './extension-events.ts';
import { useOverlays } from './overlays.tsx';

type FormField = {
  readonly name: string | undefined;
  /** undefined = not part of what is submitted, as an unchecked box. */
  read(): unknown;
  /** Tells the extension what was typed and not committed yet. */
  commit?(): void;
};

type FormState = {
  /** Counts the resets: fields go back to their first value when it grows. */
  readonly generation: number;
  register(field: { readonly current: FormField }): () => void;
};

const FormContext = createContext<FormState | null>(null);

/** A dialog is no part of the form that its opener stands in. */
export const NoForm = ({ children }: { readonly children: ReactNode }) => (
  <FormContext.Provider value={null}>{children}</FormContext.Provider>
);

/** @returns how often the form was reset */
export function useFormField(field: FormField): number {
  const form = useContext(FormContext);
  const latest = useRef(field);
  useLayoutEffect(() => {
    latest.current = field;
  });
  const register = form?.register;
  useEffect(() => register?.(latest), [register]);
  return form?.generation ?? 0;
}

export const useIsInForm = (): boolean => useContext(FormContext) !== null;

/** The SDK's type knows texts and numbers only; dates, lists and switches are submitted as well. */
type HostFormProps = Omit<FormProps, 'onSubmit'> & {
  readonly onSubmit?: ReactionsHandler<FormSubmitExtensionEvent<Readonly<Record<string, unknown>>>>;
};

export function Form(props: HostFormProps) {
  const overlays = useOverlays();
  const fields = useRef(new Set<{ readonly current: FormField }>());
  const [generation, setGeneration] = useState(0);
  const form = useMemo(
    () => ({
      generation,
      register(field: { readonly current: FormField }) {
        fields.current.add(field);
        return () => void fields.current.delete(field);
      },
    }),
    [generation],
  );

  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Events of a form inside of a portal arrive here as well.
    event.stopPropagation();
    const all = [...fields.current].map((field) => field.current);
    for (const field of all) field.commit?.();
    const named = all.flatMap(({ name, read }) => (name === undefined ? [] : [[name, read()] as const]));
    const targetValue = Object.fromEntries(named.filter(([, value]) => value !== undefined));
    void callExtension(props.onSubmit, { ...extensionEvent('submit'), targetValue }, freshReactions(overlays));
  };

  return (
    <FormContext.Provider value={form}>
      <form
        className="canvas-form"
        noValidate
        autoComplete={props.autoComplete ?? 'on'}
        onSubmit={submit}
        onReset={(event) => {
          event.stopPropagation();
          setGeneration((count) => count + 1);
        }}
        {...testAttributes(props)}
      >
        {props.children}
      </form>
    </FormContext.Provider>
  );
}

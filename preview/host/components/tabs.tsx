import type { TabProps, TabsProps } from '@hubspot/ui-extensions';
import { Tabs as RadixTabs } from 'radix-ui';
import { createContext, useCallback, useContext, useEffect, useId, useMemo, useState } from 'react';
import { classNames } from './class-names.ts';
import { testAttributes } from './extension-events.ts';
import { WithTooltip } from './tooltip.tsx';
import { useChoice } from './use-choice.ts';

type TabId = string | number;

type TabEntry = {
  readonly id: TabId;
  readonly title: string;
  readonly disabled: boolean | undefined;
  readonly tooltip: string | undefined;
  readonly tooltipPlacement: TabProps['tooltipPlacement'] | undefined;
  readonly panel: HTMLElement;
};

type TabList = { readonly selected: TabId | undefined; register(entry: TabEntry): () => void };

const TabsContext = createContext<TabList | null>(null);

const inPageOrder = (left: TabEntry, right: TabEntry) =>
  left.panel.compareDocumentPosition(right.panel) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;

type HostTabsProps = Omit<TabsProps, 'onSelectedChange'> & { readonly onSelectedChange?: (id: TabId) => void };

/** The tabs below are remote components that nobody can look into: each one tells its title. */
export function Tabs(props: HostTabsProps) {
  const { variant = 'default', fill = false, children } = props;
  const [entries, setEntries] = useState<readonly TabEntry[]>([]);
  const choice = useChoice<TabId | undefined>({
    given: props.selected,
    initial: props.defaultSelected,
    empty: props.defaultSelected,
  });
  const selected = choice.value ?? entries[0]?.id;
  const register = useCallback((entry: TabEntry) => {
    setEntries((others) => [...others, entry].sort(inPageOrder));
    return () => setEntries((others) => others.filter((other) => other !== entry));
  }, []);
  const list = useMemo(() => ({ selected, register }), [selected, register]);

  const select = (value: string) => {
    const id = entries.find((entry) => String(entry.id) === value)?.id;
    if (id !== undefined && id !== selected) choice.choose(id, props.onSelectedChange, id);
  };
  return (
    <RadixTabs.Root value={String(selected ?? '')} onValueChange={select} {...testAttributes(props)}>
      <RadixTabs.List className={classNames('canvas-tabs', `canvas-tabs--${variant}`, fill && 'canvas-tabs--fill')}>
        {entries.map((entry) => {
          const tab = (
            <RadixTabs.Trigger
              key={entry.id}
              value={String(entry.id)}
              className="canvas-tab"
              disabled={entry.disabled ?? false}
            >
              {entry.title}
            </RadixTabs.Trigger>
          );
          return entry.tooltip === undefined ? (
            tab
          ) : (
            <WithTooltip key={entry.id} text={entry.tooltip} placement={entry.tooltipPlacement}>
              {tab}
            </WithTooltip>
          );
        })}
      </RadixTabs.List>
      <TabsContext.Provider value={list}>{children}</TabsContext.Provider>
    </RadixTabs.Root>
  );
}

export function Tab(props: TabProps) {
  const { title, disabled, tooltip, tooltipPlacement, children } = props;
  const list = useContext(TabsContext);
  const ownId = useId();
  const id = props.tabId ?? ownId;
  const [panel, setPanel] = useState<HTMLElement | null>(null);
  const register = list?.register;
  useEffect(() => {
    if (panel === null) return;
    return register?.({ id, title: title ?? String(id), disabled, tooltip, tooltipPlacement, panel });
  }, [register, id, title, disabled, tooltip, tooltipPlacement, panel]);
  return (
    // Kept while another tab is shown, so that what is typed in it is not lost.
    <RadixTabs.Content
      ref={setPanel}
      className="canvas-tab-panel"
      value={String(id)}
      forceMount
      hidden={list?.selected !== id}
      {...testAttributes(props)}
    >
      {children}
    </RadixTabs.Content>
  );
}

import { Alert, Button, LoadingButton, Table, TableCell, TableRow, Tabs, Text } from '@hubspot/ui-extensions';
import { createRenderer, type RenderedElementNode } from '@hubspot/ui-extensions/testing';
import { act } from 'react';
import { vi } from 'vitest';
import { SettingsPage } from '../../../src/app/extensions/settings-page/SettingsPage.tsx';
import { createStage } from './stage.tsx';
import type { FunctionsDouble } from './functions-double.ts';

const wordsOf = (cell: Pick<RenderedElementNode, 'text' | 'findAll'>): string =>
  cell.text ??
  cell
    .findAll(Text)
    .map(({ text }) => text)
    .join('; ');

/** The settings page as a user with or without the permission to write sees it. */
export function renderSettingsPage({ canWrite = true } = {}) {
  const renderer = createRenderer('settings');
  renderer.mocks.context.user.locale = 'en-GB';
  renderer.mocks.context.user.permissions = canWrite ? ['integrations-management-write'] : [];
  const { stage, show } = createStage(<SettingsPage />);
  act(() => {
    renderer.render(stage);
  });
  const buttons = () => [...renderer.findAll(Button), ...renderer.findAll(LoadingButton)];
  const findButton = (label: string) => {
    const button = buttons().find(({ text }) => text === label);
    if (button === undefined) throw new Error(`There is no button “${label}”.`);
    return button;
  };
  return {
    ...renderer,
    show,
    texts: () => renderer.findAll(Text).map((text) => text.text),
    alerts: () => renderer.findAll(Alert).map(({ props }) => props.title),
    buttons: () => buttons().map(({ text }) => text),
    findButton,
    press: (label: string) => act(() => findButton(label).trigger('onClick')),
    selectedTab: () => renderer.find(Tabs).props.selected,
    openTab: (tab: string) => act(() => renderer.find(Tabs).trigger('onSelectedChange', tab as never)),
    /** What the cells of each row say, of the table with the test ID. */
    rowsOf: (testId: string) =>
      renderer
        .find(Table, { testId })
        .findAll(TableRow)
        .map((row) => row.findAll(TableCell).map(wordsOf))
        .filter((cells) => cells.length > 0),
    /** The innermost row of any table in which a cell says so. */
    findRow: (said: string) => {
      const row = renderer.findAll(TableRow).findLast((each) => each.findAll(TableCell).map(wordsOf).includes(said));
      if (row === undefined) throw new Error(`No row says “${said}”.`);
      return row;
    },
  };
}

export type RenderedPage = ReturnType<typeof renderSettingsPage>;

/** @throws unless the function was called; @returns its newest call */
export function newestCall(functions: FunctionsDouble, name: string) {
  const call = functions.calls.findLast((each) => each.name === name);
  if (call === undefined) throw new Error(`${name} was not called.`);
  return call;
}

export const parametersOf = (functions: FunctionsDouble, name: string): readonly unknown[] =>
  functions.calls.filter((call) => call.name === name).map(({ parameters }) => parameters);

/** Searches wait until nobody types any more. */
export const stopTyping = () => act(() => vi.advanceTimersByTimeAsync(300));

import type { ComponentType } from 'react';
import { Accordion } from './accordion.tsx';
import { ButtonRow } from './button-row.tsx';
import { Button, LoadingButton } from './buttons.tsx';
import { DateInput, TimeInput } from './calendar-inputs.tsx';
import { BarChart, LineChart } from './charts.tsx';
import { CrmActionButton, CrmActionLink } from './crm-actions.tsx';
import { Modal, ModalBody, ModalFooter, Panel, PanelBody, PanelFooter, PanelSection } from './dialog.tsx';
import { Dropdown, DropdownButtonItem } from './dropdown.tsx';
import { Form } from './form.tsx';
import { Icon } from './icons/icon.tsx';
import { Illustration } from './illustrations/illustration.tsx';
import { AutoGrid, Box, Card, Divider, Flex, Inline, Spacer, Stack, Tile } from './layout.tsx';
import { Image, Link } from './links.tsx';
import { missingComponent } from './missing.tsx';
import { CurrencyInput, NumberInput, StepperInput } from './number-inputs.tsx';
import {
  PageBreadcrumbs,
  PageBreadcrumbsCurrent,
  PageBreadcrumbsPageLink,
  PageHeader,
  PageHeaderLink,
  PageHeaderPageLink,
  PageHeaderPrimaryAction,
  PageHeaderSecondaryActions,
  PageLink,
  PageTitle,
} from './pages.tsx';
import { MultiSelect, Select } from './selects.tsx';
import { Statistics, StatisticsItem, StatisticsTrend } from './statistics.tsx';
import { Alert, EmptyState, ErrorState, LoadingSpinner, ProgressBar, ScoreCircle } from './status.tsx';
import { StepIndicator } from './step-indicator.tsx';
import { Table, TableBody, TableCell, TableFooter, TableHead, TableHeader, TableRow } from './table.tsx';
import { Tab, Tabs } from './tabs.tsx';
import { StatusTag, Tag } from './tags.tsx';
import { Input, SearchInput, TextArea } from './text-inputs.tsx';
import { DescriptionList, DescriptionListItem, Heading, List, Text } from './text.tsx';
import { ToggleGroup } from './toggle-group.tsx';
import { Checkbox, RadioButton, Toggle } from './toggles.tsx';
import { Tooltip } from './tooltip.tsx';

/** By the names that HubSpot's SDK gives them on the wire. */
const drawn = {
  Accordion,
  Alert,
  AutoGrid,
  BarChart,
  Box,
  Button,
  ButtonRow,
  Card,
  Checkbox,
  CrmActionButton,
  CrmActionLink,
  CurrencyInput,
  DateInput,
  DescriptionList,
  DescriptionListItem,
  Divider,
  Dropdown,
  DropdownButtonItem,
  EmptyState,
  ErrorState,
  Flex,
  Form,
  Heading,
  Icon,
  Illustration,
  Image,
  Inline,
  Input,
  LineChart,
  Link,
  List,
  LoadingButton,
  LoadingSpinner,
  Modal,
  ModalBody,
  ModalFooter,
  MultiSelect,
  NumberInput,
  PageBreadcrumbs,
  PageBreadcrumbsCurrent,
  PageBreadcrumbsPageLink,
  PageHeader,
  PageHeaderLink,
  PageHeaderPageLink,
  PageHeaderPrimaryAction,
  PageHeaderSecondaryActions,
  PageLink,
  PageTitle,
  Panel,
  PanelBody,
  PanelFooter,
  PanelSection,
  ProgressBar,
  RadioButton,
  ScoreCircle,
  SearchInput,
  Select,
  Spacer,
  Stack,
  Statistics,
  StatisticsItem,
  StatisticsTrend,
  StatusTag,
  StepIndicator,
  StepperInput,
  Tab,
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableHeader,
  TableRow,
  Tabs,
  Tag,
  Text,
  TextArea,
  Textarea: TextArea,
  Tile,
  TimeInput,
  Toggle,
  ToggleGroup,
  Tooltip,
} as const satisfies Readonly<Record<string, ComponentType<never>>>;

/** What a remote element's props are by the time they have crossed the border: data and functions, unchecked. */
export type RemoteProps = Readonly<Record<string, unknown>>;

// Every component reads its props by the SDK's own types; that is all that anybody knows about them.
const known = new Map(Object.entries(drawn) as [string, unknown][]) as Map<string, ComponentType<RemoteProps>>;

/**
 * The component that draws a remote element. The answer for one name is always the same, or React would build the element
 * anew with every update; a name that is not known gets a box that says so.
 */
export function componentFor(name: string): ComponentType<RemoteProps> {
  const component = known.get(name) ?? missingComponent(name);
  known.set(name, component);
  return component;
}

import {
  Button,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { useState } from 'react';

const webinars = [
  { topic: 'Kick-off', attended: 48 },
  { topic: 'Product tour', attended: 131 },
  { topic: 'Questions and answers', attended: 7 },
  { topic: 'A very long topic that goes on about everything that a webinar could be about', attended: 22 },
];

type Direction = 'ascending' | 'descending' | 'none';

export function Tables() {
  const [direction, setDirection] = useState<Direction>('none');
  const [page, setPage] = useState(1);
  const sign = direction === 'descending' ? -1 : 1;
  const sorted = direction === 'none' ? webinars : webinars.toSorted((a, b) => sign * (a.attended - b.attended));
  const shown = sorted.slice((page - 1) * 2, page * 2);
  return (
    <>
      <Table
        paginated
        pageCount={2}
        page={page}
        onPageChange={setPage}
        showFirstLastButtons
        maxVisiblePageButtons={3}
        testId="webinars"
      >
        <TableHead>
          <TableRow>
            <TableHeader width="max">Topic</TableHeader>
            <TableHeader align="right" sortDirection={direction} onSortChange={setDirection}>
              Attended
            </TableHeader>
            <TableHeader sortDirection="none" disabled onSortChange={setDirection}>
              Status
            </TableHeader>
            <TableHeader width="min">Action</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {shown.map(({ topic, attended }) => (
            <TableRow key={topic}>
              <TableCell>
                <Text truncate={{ maxWidth: 320 }}>{topic}</Text>
              </TableCell>
              <TableCell align="right">{attended}</TableCell>
              <TableCell>
                <StatusTag variant="success">Synced</StatusTag>
              </TableCell>
              <TableCell width="min">
                <Button size="xs">Sync now</Button>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
        <TableFooter>
          <TableRow>
            <TableHeader>Total</TableHeader>
            <TableCell align="right">208</TableCell>
            <TableCell colSpan={2}>On {page} of 2</TableCell>
          </TableRow>
        </TableFooter>
      </Table>
      <Text testId="sorted">{direction}</Text>
      <Table density="condensed" bordered={false} flush>
        <TableHead>
          <TableRow>
            <TableHeader>Condensed</TableHeader>
            <TableHeader>Without borders</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          <TableRow>
            <TableCell>One</TableCell>
            <TableCell>Two</TableCell>
          </TableRow>
        </TableBody>
      </Table>
      <Table density="compact" paginated pageCount={12} showButtonLabels={false} onPageChange={() => {}}>
        <TableBody>
          <TableRow>
            <TableHeader>Compact</TableHeader>
            <TableCell>keeps its own page</TableCell>
          </TableRow>
        </TableBody>
      </Table>
    </>
  );
}

import { json } from '../../core/operation.ts';
import type { ZoomUser } from '../entities.ts';
import { refusals } from '../errors.ts';
import { toUserAnswer } from '../formatters.ts';
import { pageFields, readPage, rowsOfPage } from '../paging.ts';
import { choiceParameter, textParameter } from '../parameters.ts';
import { findUser } from '../world.ts';
import type { Route } from './route.ts';

const listUsers: Route = {
  id: 'users.list',
  method: 'GET',
  path: '/users',
  handle({ world, account, call }) {
    const status = choiceParameter(call.query, 'status', ['active', 'inactive', 'pending']) ?? 'active';
    const roleId = textParameter(call.query, 'role_id');
    const includeFields = choiceParameter(call.query, 'include_fields', ['custom_attributes', 'host_key']);
    const page = readPage(world, account, call, { pageSizeMax: 2_000, knowsPageNumber: true });
    const users = [...account.usersById.values()].filter(
      (user: ZoomUser) => user.status === status && (roleId === null || user.fields['role_id'] === roleId),
    );
    return json(200, {
      ...pageFields(world, page, users.length),
      users: rowsOfPage(users, page).map((user) => toUserAnswer(user, includeFields)),
    });
  },
};

const getUser: Route = {
  id: 'users.get',
  method: 'GET',
  path: '/users/:userId',
  handle({ account, call }) {
    const userId = call.params['userId'] ?? '';
    const user = findUser(account, userId);
    if (user === undefined) throw refusals.userDoesNotExist(userId);
    return json(200, { ...toUserAnswer(user, null), account_id: account.accountId });
  },
};

export const userRoutes: readonly Route[] = [listUsers, getUser];

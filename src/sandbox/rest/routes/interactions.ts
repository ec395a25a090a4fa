import { accepts, applyCallback, type CallbackBody } from '../../interactions/callback.ts';
import { CallbackType } from '../../interactions/interactions.ts';
import { checkCallback } from '../../rules/callbacks.ts';
import { invalidForm, refusal } from '../refusal.ts';
import { noContent, ok, type Route, route } from '../route.ts';

/** The first answer to an interaction. */
export const interactionRoutes: readonly Route[] = [
  route<CallbackBody>(
    'POST /interactions/:interaction/:token/callback',
    ({ world, interactions, params, query, body, files }) => {
      const interaction = interactions.byId(params['interaction'] ?? '');
      if (!interaction || interaction.token !== params['token']) throw refusal('unknownInteraction');
      if (!accepts(interaction, body.type)) {
        const allowed = Object.values(CallbackType).filter((type) => accepts(interaction, type));
        throw invalidForm([
          {
            path: ['type'],
            code: 'BASE_TYPE_CHOICES',
            message: `Value must be one of {${allowed.join(', ')}}.`,
          },
        ]);
      }
      const result = applyCallback(world, interaction, body, files);
      return query.get('with_response') === 'true' ? ok(result) : noContent;
    },
    { authenticated: false, limited: false, check: checkCallback },
  ),
];

import { z } from 'zod'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { topicById, type Topic } from '#mailboxes/door.ts'
import { act, type Decision } from '../act.ts'
import { openStatuses } from '../enquiry.ts'
import { givenId } from '../given.ts'

const shape = z.object({ topic: givenId('Select what it is about') })

type Facts = { known: Pick<Topic, 'id' | 'name'> | undefined }

/**
 * What came by email has no topic until somebody says what it is about, and a topic chosen in a hurry can be wrong.
 * Only figures and suggestions follow it: the mailbox and the promised date stay as they are.
 */
export const setTopic = act<z.infer<typeof shape>, Facts>({
  name: 'set-topic',
  label: 'Set the topic',
  may: 'enquiries.move',
  from: openStatuses,
  to: openStatuses,
  by: ['member-services', 'owner', 'holder', 'responder'],
  shape,
  gather: async (tx, _enquiry, { topic }) => ({ known: await topicById(tx, topic) }),
  decide: (enquiry, { known }): Result<Decision> => {
    if (!known) return refuse('no-such-topic', 'Select a topic from the list', 'topic')
    if (known.id === enquiry.topicId) return refuse('same-topic', `Its topic is ${known.name} already`, 'topic')
    return allow({ events: [{ type: 'topic-set', topicId: known.id }] })
  },
})

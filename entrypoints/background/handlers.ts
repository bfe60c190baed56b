/** What is done for each message, by its kind. Each kind has its own, or it does not compile. */

/** Who says something. */
export type Sender = {
  tab: number;
  frame: number;
  /** The window of the tab, where it is the tab that says it. */
  window?: number | undefined;
  url: string;
  /** Not from the tab itself, but from the panel beside its page. */
  beside: boolean;
};

export type Handlers<Message extends { kind: string }> = {
  readonly [Kind in Message['kind']]: (
    message: Extract<Message, { kind: Kind }>,
    from: Sender,
  ) => Promise<unknown>;
};

/** Answers what the handler of the message answers. */
export const handledBy = <Message extends { kind: string }>(
  handlers: Handlers<Message>,
  message: Message,
  from: Sender,
): Promise<unknown> => {
  // The compiler does not follow that a message's kind chooses the handler that takes it.
  const handler = handlers[message.kind as Message['kind']] as (
    message: Message,
    from: Sender,
  ) => Promise<unknown>;
  return handler(message, from);
};

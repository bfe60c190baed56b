type RadiosProps<Value extends string> = {
  title: string;
  name: string;
  chosen: Value;
  of: readonly Value[];
  label: (value: Value) => string;
  onChoose: (value: Value) => void;
};

/** One of a few, all of them in sight. */
export const Radios = <Value extends string>({
  title,
  name,
  chosen,
  of,
  label,
  onChoose,
}: RadiosProps<Value>) => (
  <fieldset>
    <legend>{title}</legend>
    {of.map((value) => (
      <label key={value}>
        <input
          type="radio"
          name={name}
          value={value}
          checked={value === chosen}
          onChange={() => onChoose(value)}
        />{' '}
        {label(value)}
      </label>
    ))}
  </fieldset>
);

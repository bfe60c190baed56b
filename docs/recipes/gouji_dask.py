"""Pages through `gouji worker` on a Dask cluster: one answer for each line, none lost, none twice, whatever machine goes away.

    python3 gouji_dask.py tcp://scheduler:8786 pages.ndjson answers.ndjson [--command "gouji worker"] [--batch 200]

Each line of pages.ndjson is what `gouji worker` reads (docs/scale.md). Batches are tasks: a worker that dies loses the batch it was at, and
Dask gives it to another (`retries`). Answers are written in the order of the lines, each with `line` counting from 1 in the whole file.
"""
import argparse
import json
import shlex
import subprocess

from dask.distributed import Client


def answers(command, first, lines):
    """Answers one batch in a process of its own. A process that dies, or gives fewer answers than lines, fails the task, which is done again."""
    done = subprocess.run(
        shlex.split(command), input="".join(lines), capture_output=True, encoding="utf-8", check=True
    )
    out = done.stdout.splitlines()
    if len(out) != len(lines):
        raise RuntimeError(f"{len(lines)} lines in, {len(out)} answers out")
    told = []
    for at, text in enumerate(out):
        answer = json.loads(text)
        if answer["line"] != at + 1:
            raise RuntimeError(f"line {answer['line']} stands in the place of {at + 1}")
        # The worker counts from 1 in each batch.
        told.append('{"schema":' + json.dumps(answer["schema"]) + f',"line":{first + at},' + text.split(",", 2)[2])
    return told


def about(command):
    """What makes workers read alike: version, forms, schema."""
    done = subprocess.run(shlex.split(command), input="ping\n", capture_output=True, encoding="utf-8", check=True)
    return json.loads(done.stdout)["about"]


def batches(path, size):
    with open(path, encoding="utf-8") as pages:
        first, lines = 1, []
        for line in pages:
            lines.append(line if line.endswith("\n") else line + "\n")
            if len(lines) == size:
                yield first, lines
                first, lines = first + len(lines), []
        if lines:
            yield first, lines


def main():
    options = argparse.ArgumentParser()
    options.add_argument("scheduler")
    options.add_argument("pages")
    options.add_argument("answers")
    options.add_argument("--command", default="gouji worker")
    options.add_argument("--batch", type=int, default=200)
    options.add_argument("--ahead", type=int, default=8, help="batches under way for each worker")
    given = options.parse_args()
    client = Client(given.scheduler)
    client.wait_for_workers(1, timeout=60)
    alike = {json.dumps(one, sort_keys=True) for one in client.run(about, given.command).values()}
    if len(alike) != 1:
        raise SystemExit("The workers are not alike:\n" + "\n".join(alike))
    under_way, written = [], 0
    with open(given.answers, "w", encoding="utf-8") as out:

        def take():
            nonlocal written
            for text in under_way.pop(0).result():
                out.write(text + "\n")
                written += 1

        for first, lines in batches(given.pages, given.batch):
            under_way.append(client.submit(answers, given.command, first, lines, pure=False, retries=5))
            if len(under_way) >= given.ahead * max(1, len(client.nthreads())):
                take()
        while under_way:
            take()
    print(json.dumps({"answers": written, "about": json.loads(alike.pop())}))


if __name__ == "__main__":
    main()

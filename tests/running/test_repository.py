"""Nothing of one machine in the project."""

import os
import re

from tests.running.files import ROOT, run

OF_ONE_MACHINE = re.compile(
    "|".join([re.escape(f"{ROOT}/"), "/ho" + "me/[a-z]", "/ro" + "ot/", "/Use" + "rs/", r"index-url *[=:]"])
)
REGISTRIES = re.compile("|".join(["py" + "pi[.]org", "python" + "hosted", "npm" + "js[.]org"]))


def test_no_tracked_file_names_a_path_of_a_machine_or_a_registry() -> None:
    listed = run("git", "ls-files", "-z", PATH=os.environ["PATH"])
    assert listed.returncode == 0
    wrong = []
    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        if path.is_file():
            text = path.read_bytes().decode("utf-8", "ignore")
            wrong += [f"{name}: {found}" for found in OF_ONE_MACHINE.findall(text) + REGISTRIES.findall(text)]
    assert wrong == []

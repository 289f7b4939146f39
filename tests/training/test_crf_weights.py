import pycrfsuite
import pytest

from training.crf_weights import STEPS, rounded

WORDS = [["في", "حلب"], ["مدينة", "إدلب"], ["قال", "زيد"], ["من", "حمص"]]
TAGS = [["O", "B"], ["O", "B"], ["O", "B"], ["O", "B"]]


@pytest.fixture
def model(tmp_path):
    trainer = pycrfsuite.Trainer(verbose=False)
    for words, tags in zip(WORDS, TAGS, strict=True):
        trainer.append([[f"w={word}", f"s={word[-2:]}"] for word in words], tags)
    trainer.train(str(tmp_path / "model"))
    return (tmp_path / "model").read_bytes()


def weights(content, path):
    path.write_bytes(content)
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    info = tagger.info()
    return {**info.state_features, **info.transitions}


def test_each_weight_is_the_nearest_step(model, tmp_path):
    before, after = weights(model, tmp_path / "before"), weights(rounded(model), tmp_path / "after")
    assert before.keys() == after.keys()
    assert any(before[name] != after[name] for name in before)
    assert all(after[name] == pytest.approx(before[name], abs=0.51 / STEPS) for name in before)
    # The dump that pycrfsuite reads has six decimals.
    assert all(value * STEPS == pytest.approx(round(value * STEPS), abs=1e-3) for value in after.values())


def test_rounding_again_changes_nothing(model):
    assert rounded(rounded(model)) == rounded(model)


@pytest.mark.parametrize("content", [b"", b"lCRF", b"x" * 100])
def test_what_is_no_model_is_refused(content):
    with pytest.raises(ValueError, match="no CRFsuite model"):
        rounded(content)


def test_a_model_without_features_is_refused(model):
    with pytest.raises(ValueError, match="no features"):
        rounded(model.replace(b"FEAT", b"NONE", 1))

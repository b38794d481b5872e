#include "ui/widgets/ModelChecklist.h"

#include "core/training/Experiment.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QSignalBlocker>

#include <algorithm>

namespace foretrail {

namespace {

constexpr int rowsShown = 7;

QList<ModelInfo> listedModels()
{
    QList<ModelInfo> models = modelRegistry().models();
    const auto rank = [](const ModelInfo &info) { return info.name == QLatin1String("auto") ? 0 : info.isNeural ? 2 : 1; };
    std::stable_sort(models.begin(), models.end(), [&](const ModelInfo &a, const ModelInfo &b) { return rank(a) < rank(b); });
    return models;
}

} // namespace

ModelChecklist::ModelChecklist(QWidget *parent) : QListWidget(parent)
{
    setObjectName(QStringLiteral("backtestModels"));
    setFont(Theme::tableFont());
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    fill(usual());
    connect(this, &QListWidget::itemChanged, this, &ModelChecklist::changed);
}

QStringList ModelChecklist::usual()
{
    return {QStringLiteral("auto"), QStringLiteral("snaive"), QStringLiteral("otheta"), QStringLiteral("ar-fourier")};
}

void ModelChecklist::fill(const QStringList &checked)
{
    const QSignalBlocker blocker(this);
    const QString current = currentModel();
    clear();
    for (const ModelInfo &info : listedModels()) {
        auto *item = new QListWidgetItem(tr("%1 · %2", "name of a model, its title").arg(info.name, info.title), this);
        item->setData(Qt::UserRole, info.name);
        item->setSizeHint({0, fontMetrics().height() + 8});
        item->setToolTip(tr("%1: %2", "title of a model: its explanation").arg(info.title, info.explanation));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(checked.contains(info.name) ? Qt::Checked : Qt::Unchecked);
        if (info.name == current)
            setCurrentItem(item);
    }
    if (currentRow() < 0)
        setCurrentRow(0);
    setAccessibleName(tr("Models"));
}

QStringList ModelChecklist::checked() const
{
    QStringList models;
    for (int row = 0; row < count(); ++row)
        if (item(row)->checkState() == Qt::Checked)
            models << item(row)->data(Qt::UserRole).toString();
    return models;
}

void ModelChecklist::setChecked(const QStringList &models) { fill(models); }

QString ModelChecklist::currentModel() const
{
    return currentItem() ? currentItem()->data(Qt::UserRole).toString() : QString();
}

QSize ModelChecklist::sizeHint() const
{
    return {200, rowsShown * std::max(20, sizeHintForRow(0)) + 2 * frameWidth()};
}

void ModelChecklist::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill(checked());
}

} // namespace foretrail

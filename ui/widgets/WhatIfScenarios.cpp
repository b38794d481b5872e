#include "core/data/ScenarioStore.h"
#include "ui/asking/NameDialog.h"
#include "ui/models/UndoStep.h"
#include "ui/widgets/WhatIfTab.h"

#include <QComboBox>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>

#include <algorithm>

namespace foretrail {

void WhatIfTab::addTyped()
{
    const QString column = m_what->currentData().toString();
    // What is known ahead is meant for the steps that are forecast where nothing else is said.
    const QString from = m_from->text().isEmpty() && !column.isEmpty() ? m_from->placeholderText() : m_from->text();
    addChange(ScenarioChange::fromWords(column, from, m_to->text(), m_by->text()));
}

/// Where several cells of the column are selected, all of them from the first to the last.
void WhatIfTab::onTyped(int row, int column, const QString &text)
{
    int first = row, last = row;
    const QModelIndexList selected = m_grid->selectionModel()->selectedIndexes();
    const bool isSelected = std::any_of(selected.begin(), selected.end(), [&](const QModelIndex &index) { return index.row() == row && index.column() == column; });
    for (const QModelIndex &index : selected)
        if (isSelected && index.column() == column) {
            first = std::min(first, index.row());
            last = std::max(last, index.row());
        }
    Result<ScenarioChange> change = ScenarioChange::fromWords(m_gridModel.columnName(column), {}, {}, text);
    if (change) {
        change->from = m_gridModel.placeOf(first);
        change->to = m_gridModel.placeOf(last);
    }
    addChange(change);
}

void WhatIfTab::addChange(const Result<ScenarioChange> &change)
{
    if (!change) {
        m_sentence->setText(change.error().message);
        return;
    }
    Scenario scenario = m_scenario;
    if (change->how == ScenarioChange::How::Value) // a value takes the place of the one before
        scenario.changes.removeIf([&](const ScenarioChange &other) {
            return other.how == ScenarioChange::How::Value && other.column == change->column && other.from == change->from && other.to == change->to;
        });
    scenario.changes.append(*change);
    setScenario(scenario);
}

void WhatIfTab::changeValue(qint64 step, double value)
{
    if (!m_base || step < 0 || step >= m_base->history.size())
        return;
    ScenarioChange change;
    change.from = change.to = WhatIfGridModel::placeOf(m_base->history.axis, step);
    change.how = ScenarioChange::How::Value;
    change.by = value;
    addChange(change);
}

void WhatIfTab::removeChange()
{
    const int row = m_changes->currentRow();
    if (row < 0 || row >= m_scenario.changes.size())
        return;
    Scenario scenario = m_scenario;
    scenario.changes.removeAt(row);
    setScenario(scenario);
}

void WhatIfTab::setScenario(const Scenario &scenario)
{
    m_steps.push(new UndoStep(tr("change scenario"), [this, scenario] { put(scenario); }, [this, before = m_scenario] { put(before); }));
}

void WhatIfTab::put(const Scenario &scenario)
{
    m_scenario = scenario;
    showChanges();
    ask();
}

void WhatIfTab::showChanges()
{
    m_changes->clear();
    const TimeAxis axis = m_base ? m_base->history.axis : forecast() ? forecast()->outcome.history.axis : TimeAxis{};
    for (const ScenarioChange &change : m_scenario.changes)
        m_changes->addItem(change.text(axis));
    for (int row = 0; row < m_changes->count(); ++row)
        m_changes->item(row)->setToolTip(m_changes->item(row)->text());
    const bool isStored = selectedStored() != nullptr;
    m_removeChange->setEnabled(false);
    m_save->setEnabled(!m_scenario.changes.isEmpty());
    m_duplicate->setEnabled(isStored);
    m_rename->setEnabled(isStored);
    m_delete->setEnabled(isStored);
    m_undo->setEnabled(m_steps.canUndo());
    constexpr int mostSeen = 3;
    const int rows = std::clamp(m_changes->count(), 1, mostSeen);
    m_changes->setFixedHeight(std::max(rows * m_changes->sizeHintForRow(0) + 2 * m_changes->frameWidth(), m_undo->sizeHint().height()));
    m_changesPart->setVisible(m_changes->count() > 0 || m_undo->isEnabled());
}

const Scenario *WhatIfTab::storedAs(const QString &name) const
{
    const auto found = std::find_if(m_stored.cbegin(), m_stored.cend(), [&](const Scenario &one) { return one.name == name; });
    return found == m_stored.cend() ? nullptr : &*found;
}

/// The one that is selected alone.
const Scenario *WhatIfTab::selectedStored() const
{
    const QList<QListWidgetItem *> selected = m_list->selectedItems();
    return selected.size() == 1 ? storedAs(selected.front()->data(Qt::UserRole).toString()) : nullptr;
}

void WhatIfTab::loadStored()
{
    session().runLatestOnWorkspace<QList<Scenario>>(m_listJob, {tr("Reading scenarios"), Lane::Read, false},
        [](Workspace &workspace, JobContext &) -> Result<QList<Scenario>> {
            const Result<QList<StoredScenario>> stored = ScenarioStore(workspace).list();
            if (!stored)
                return fail(stored.error());
            QList<Scenario> scenarios;
            for (const StoredScenario &one : *stored) {
                const Result<Scenario> scenario = Scenario::fromJson(one.name, one.definition);
                if (!scenario)
                    return fail(scenario.error());
                scenarios.append(*scenario);
            }
            return scenarios;
        }, this,
        [this](Result<QList<Scenario>> stored) {
            if (!stored)
                return session().report(stored.error(), tr("Reading scenarios"));
            if (m_writing == 0) // else they are read again when that has ended
                showStored(*stored);
        });
}

void WhatIfTab::showStored(const QList<Scenario> &stored)
{
    const QSignalBlocker quiet(m_list);
    m_stored = stored;
    m_list->clear();
    for (const Scenario &one : stored) {
        auto *item = new QListWidgetItem(one.name, m_list);
        item->setData(Qt::UserRole, one.name);
        item->setSelected(one.name == m_scenario.name);
    }
    showChanges();
}

void WhatIfTab::chooseStored()
{
    if (const Scenario *stored = selectedStored())
        return put(Scenario(*stored));
    showChanges();
    ask();
}

void WhatIfTab::change(const QString &title, std::function<Result<void>(Workspace &, JobContext &)> work)
{
    ++m_writing;
    session().runOnWorkspace<bool>({title, Lane::Write, false},
        [work = std::move(work)](Workspace &workspace, JobContext &job) -> Result<bool> {
            const Result<void> outcome = work(workspace, job);
            return outcome ? Result<bool>(true) : fail(outcome.error());
        }, this,
        [this, title](Result<bool> outcome) {
            --m_writing;
            if (!outcome) {
                m_steps.clear(); // it no longer tells what is in the workspace
                session().report(outcome.error(), title);
            }
            loadStored();
        });
}

void WhatIfTab::newScenario()
{
    {
        const QSignalBlocker quiet(m_list);
        m_list->clearSelection();
    }
    setScenario(Scenario());
}

/// An edit: the scenario is kept and shown. Taken back, the workspace has what it had under that name, and what was shown before is shown.
void WhatIfTab::store(const QString &text, const Scenario &scenario)
{
    const Scenario *old = storedAs(scenario.name);
    if (old && *old == scenario)
        return write(scenario); // nothing could be taken back
    const auto takeBack = old ? std::function<void()>([this, old = *old] { write(old); }) : [this, name = scenario.name] { erase(name); };
    m_steps.push(new UndoStep(text,
        [this, scenario] {
            write(scenario);
            put(scenario);
        },
        [this, takeBack, before = m_scenario] {
            takeBack();
            put(before);
        }));
}

bool WhatIfTab::isTaken(const QString &name)
{
    const bool isThere = storedAs(name.trimmed());
    if (isThere)
        m_sentence->setText(tr("There is a scenario %1 already. Choose another name.").arg(name.trimmed()));
    return isThere;
}

void WhatIfTab::save()
{
    if (!m_scenario.name.isEmpty())
        return store(tr("save scenario %1").arg(m_scenario.name), m_scenario);
    NameDialog::ask(this, {tr("Save the scenario"), tr("&Name"), tr("Scenario %1").arg(m_stored.size() + 1), tr("Save")}, [this](const QString &name) {
        if (!isTaken(name))
            store(tr("save scenario %1").arg(name.trimmed()), {name.trimmed(), m_scenario.changes});
    });
}

void WhatIfTab::duplicate()
{
    const Scenario *stored = selectedStored();
    if (!stored)
        return;
    NameDialog::ask(this, {tr("Duplicate the scenario"), tr("&Name"), tr("%1, copy").arg(stored->name), tr("Duplicate")}, [this, original = *stored](const QString &name) {
        if (!isTaken(name))
            store(tr("duplicate scenario %1").arg(original.name), {name.trimmed(), original.changes});
    });
}

void WhatIfTab::rename()
{
    const Scenario *stored = selectedStored();
    if (!stored)
        return;
    NameDialog::ask(this, {tr("Rename the scenario"), tr("&Name"), stored->name, tr("Rename")}, [this, old = stored->name](const QString &name) {
        const QString now = name.trimmed();
        if (!isTaken(now))
            m_steps.push(new UndoStep(tr("rename scenario %1").arg(old), [this, old, now] { writeName(old, now); }, [this, old, now] { writeName(now, old); }));
    });
}

void WhatIfTab::write(const Scenario &scenario)
{
    m_stored.removeIf([&](const Scenario &one) { return one.name == scenario.name; });
    m_stored.append(scenario);
    change(tr("Saving scenario %1").arg(scenario.name),
        [name = scenario.name, json = scenario.toJson()](Workspace &workspace, JobContext &job) { return ScenarioStore(workspace).save(name, json, job); });
}

void WhatIfTab::writeName(const QString &name, const QString &newName)
{
    if (m_scenario.name == name)
        m_scenario.name = newName;
    for (Scenario &one : m_stored)
        if (one.name == name)
            one.name = newName;
    change(tr("Renaming scenario %1").arg(name), [name, newName](Workspace &workspace, JobContext &job) { return ScenarioStore(workspace).rename(name, newName, job); });
}

void WhatIfTab::erase(const QString &name)
{
    m_stored.removeIf([&](const Scenario &one) { return one.name == name; });
    change(tr("Deleting scenario %1").arg(name), [name](Workspace &workspace, JobContext &job) { return ScenarioStore(workspace).remove(name, job); });
}

void WhatIfTab::remove()
{
    const Scenario *stored = selectedStored();
    if (!stored)
        return;
    m_steps.push(new UndoStep(tr("delete scenario %1").arg(stored->name),
        [this, name = stored->name] {
            erase(name);
            put(Scenario());
        },
        [this, deleted = *stored] {
            write(deleted);
            put(deleted);
        }));
}

} // namespace foretrail

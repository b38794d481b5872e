#pragma once

#include "core/data/Workspace.h"

namespace foretrail {

/// What users are called outside of the workspace file: by their keys, or, where it hides them, by names such as "u-7kq2m9xa" that only
/// the file can lead back to a user. A name is a permutation of row numbers (a Feistel network of four rounds, Luby and Rackoff 1988,
/// with SHA-256 and a secret of the workspace), so no two users share one, and the same user has it as long as the file lives.
class UserNames {
public:
    static UserNames of(Connection &connection);
    /// With this secret; keys are shown where it is empty.
    explicit UserNames(QByteArray secret = {}) : m_secret(std::move(secret)) {}

    bool areHidden() const { return !m_secret.isEmpty(); }
    QString shown(qint64 user, const QString &key) const;
    /// The row that a hidden name stands for; 0 where the text is no such name.
    qint64 userOf(const QString &name) const;

private:
    quint64 half(int round, quint64 other) const;

    QByteArray m_secret;
};

/// Whether the workspace calls its users by hidden names: in lists, profiles, exports and on the command line.
Result<bool> hidesUsers(Workspace &workspace);
/// The same names come back when it hides them again.
Result<void> setUsersHidden(Workspace &workspace, bool areHidden);

} // namespace foretrail
